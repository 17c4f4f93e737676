// Calibration on made-up forecasts whose errors are known.
#include <cmath>
#include <numeric>
#include <random>

#include "evaluate/statistics.h"
#include "support/catch.h"

namespace calque::evaluate {
namespace {

// Cases that come true with the probability `truth` gives for the forecast.
template <class Truth>
std::vector<Forecast> draw(std::size_t count, Truth truth) {
  std::mt19937 random(9);
  std::uniform_real_distribution<double> uniform;
  std::vector<Forecast> forecasts(count);
  for (Forecast& forecast : forecasts) {
    forecast.probability = uniform(random);
    forecast.positive = uniform(random) < truth(forecast.probability);
  }
  return forecasts;
}

TEST_CASE("Forecasts that come true as often as they say have hardly any error") {
  const auto bins = calibration(draw(100'000, [](double probability) { return probability; }), 10);
  REQUIRE(bins.size() == 10);
  CHECK(calibration_error(bins) < 0.01);
}

TEST_CASE("Forecasts that are a fifth too high have an error of a fifth") {
  const auto bins = calibration(draw(100'000, [](double probability) { return 0.8 * probability; }), 10);
  CHECK(std::abs(calibration_error(bins) - 0.1) < 0.01);  // a fifth of one half, the mean forecast
}

TEST_CASE("Bins hold the same mass, and equal forecasts are never parted") {
  std::vector<Forecast> forecasts;
  for (int i = 0; i < 100; ++i) forecasts.push_back({i / 100.0, i % 2 == 0, i < 50 ? 1.0 : 3.0});
  const auto bins = calibration(forecasts, 4);
  REQUIRE(bins.size() == 4);
  for (const CalibrationBin& bin : bins) CHECK(std::abs(bin.mass - 0.25) < 0.02);
  CHECK(bins[0].cases > bins[3].cases);

  const auto tied = calibration({{0.5, true, 1}, {0.5, false, 1}, {0.5, true, 1}, {0.5, true, 1}, {0.9, true, 1}}, 10);
  REQUIRE(tied.size() == 2);
  CHECK(tied[0].cases == 4);
  CHECK(std::abs(tied[0].observed - 0.75) < 1e-12);
  CHECK(std::abs(tied[0].mass - 0.8) < 1e-12);
}

TEST_CASE("A case's mass is how much it counts") {
  const auto bins = calibration({{0.5, true, 3}, {0.5, false, 1}}, 10);
  REQUIRE(bins.size() == 1);
  CHECK(std::abs(bins[0].observed - 0.75) < 1e-12);
  CHECK(std::abs(calibration_error(bins) - 0.25) < 1e-12);
  CHECK(std::isnan(calibration_error({})));
}

TEST_CASE("Every case is in one bin, whatever the forecasts") {
  std::mt19937 random(10);
  for (int round = 0; round < 300; ++round) {
    std::vector<Forecast> forecasts(1 + random() % 60);
    for (Forecast& forecast : forecasts) {
      forecast = {static_cast<double>(random() % 12) / 11, random() % 2 == 0, 1.0 + static_cast<double>(random() % 4)};
    }
    const auto bins = calibration(forecasts, 10);
    std::size_t cases = 0;
    double mass = 0;
    for (std::size_t i = 0; i < bins.size(); ++i) {
      cases += bins[i].cases;
      mass += bins[i].mass;
      if (i > 0) REQUIRE(bins[i].forecast > bins[i - 1].forecast);
    }
    REQUIRE(cases == forecasts.size());
    REQUIRE(std::abs(mass - 1) < 1e-9);
  }
}

}  // namespace
}  // namespace calque::evaluate
