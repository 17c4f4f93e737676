// Intervals: Wilson's against known values, the bootstrap by what it must keep to.
#include <algorithm>
#include <cmath>
#include <random>

#include "evaluate/bootstrap.h"
#include "support/catch.h"

namespace calque::evaluate {
namespace {

bool is_near(double left, double right, double slack) { return std::abs(left - right) <= slack; }

TEST_CASE("Wilson's interval has its known values") {
  // By the formula with z = 1.96, to four decimals.
  CHECK(is_near(wilson(0, 10).low, 0, 1e-12));
  CHECK(is_near(wilson(0, 10).high, 0.2775, 1e-4));
  CHECK(is_near(wilson(5, 10).low, 0.2366, 1e-4));
  CHECK(is_near(wilson(5, 10).high, 0.7634, 1e-4));
  CHECK(is_near(wilson(1, 313).low, 0.0006, 1e-4));
  CHECK(is_near(wilson(1, 313).high, 0.0179, 1e-4));
  CHECK(is_near(wilson(10, 10).high, 1, 1e-12));
  CHECK(std::isnan(wilson(0, 0).low));
}

TEST_CASE("A percentile interval leaves out a fortieth on either side") {
  std::vector<double> values(1001);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<double>(values.size() - 1 - i);
  const Interval interval = percentile_interval(values);
  CHECK(is_near(interval.low, 25, 1e-9));
  CHECK(is_near(interval.high, 975, 1e-9));
  CHECK(percentile_interval({7}).low == 7);
  CHECK(std::isnan(percentile_interval({}).high));
}

TEST_CASE("A resample draws as many clusters of each stratum as there are") {
  const std::vector<std::uint32_t> strata = {0, 2, 0, 2, 2, 0, 0};
  std::size_t resamples = 0;
  Bootstrap(strata, 50)([&](Weights weights) {
    if (weights.empty()) return std::vector<double>{0};
    ++resamples;
    CHECK(weights[0] + weights[2] + weights[5] + weights[6] == 4);
    CHECK(weights[1] + weights[3] + weights[4] == 3);
    return std::vector<double>{0};
  });
  CHECK(resamples == 50);
}

// Scores of 40 documents with `versions` positives each, which share a shift, and one negative.
std::vector<Observation> documents(std::mt19937& random, unsigned versions) {
  std::normal_distribution<double> normal;
  std::vector<Observation> observations;
  for (std::uint32_t document = 0; document < 40; ++document) {
    const double shift = normal(random);
    observations.push_back({normal(random), false, document});
    for (unsigned i = 0; i < versions; ++i) observations.push_back({1 + shift, true, document});
  }
  return observations;
}

Estimate area_of(const std::vector<Observation>& observations, const std::vector<std::uint32_t>& strata) {
  const Ranking ranking(observations);
  return Bootstrap(strata, 300)([&](Weights weights) { return std::vector<double>{ranking.area(weights)}; })[0];
}

TEST_CASE("An interval holds its estimate") {
  std::mt19937 random(6);
  const std::vector<std::uint32_t> strata(40);
  for (int round = 0; round < 50; ++round) {
    const Estimate area = area_of(documents(random, 3), strata);
    REQUIRE(area.interval.low < area.value);
    REQUIRE(area.interval.high > area.value);
  }
}

TEST_CASE("More versions of the same documents do not narrow the interval") {
  std::mt19937 once(7), often(7);
  const std::vector<std::uint32_t> strata(40);
  const Estimate one = area_of(documents(once, 1), strata), many = area_of(documents(often, 20), strata);
  CHECK(is_near(one.value, many.value, 1e-12));
  CHECK(is_near(one.interval.high - one.interval.low, many.interval.high - many.interval.low, 1e-9));
}

TEST_CASE("The interval of a mean is as wide as theory says") {
  std::mt19937 random(8);
  std::normal_distribution<double> normal;
  std::vector<double> values(400);
  for (double& value : values) value = normal(random);
  const auto mean = [&](Weights weights) {
    double sum = 0;
    for (std::uint32_t i = 0; i < values.size(); ++i) sum += weight_of(weights, i) * values[i];
    return std::vector<double>{sum / static_cast<double>(values.size())};
  };
  const Estimate estimate = Bootstrap(std::vector<std::uint32_t>(values.size()), 2000)(mean)[0];
  CHECK(is_near(estimate.interval.high - estimate.interval.low, 2 * 1.96 / 20, 0.03));
}

TEST_CASE("A figure that some resamples lack is judged by the others, and without resamples there is no interval") {
  const std::vector<std::uint32_t> strata(2);
  const auto first_or_none = [](Weights weights) {
    return std::vector<double>{weights.empty() || weights[0] > 0 ? 1 : kNone};
  };
  CHECK(Bootstrap(strata, 100)(first_or_none)[0].interval.low == 1);
  CHECK(std::isnan(Bootstrap(strata, 0)(first_or_none)[0].interval.low));
}

}  // namespace
}  // namespace calque::evaluate
