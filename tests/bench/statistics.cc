// Medians and spreads decide what counts as a change, so single odd values of a shared machine must not move them.
#include "bench/statistics.h"

#include <random>
#include <vector>

#include "support/catch.h"

namespace calque::bench {
namespace {

TEST_CASE("A median is the middle, or the mean of the two in the middle") {
  CHECK(median({}) == 0);
  CHECK(median({3}) == 3);
  CHECK(median({9, 1, 2}) == 2);
  CHECK(median({4, 1, 3, 100}) == 3.5);
}

TEST_CASE("The spread is that of a normal distribution, and one odd value does not move it") {
  CHECK(spread(std::vector<double>{5}) == 0);
  CHECK(spread(std::vector<double>{10, 11, 12, 13, 14}) == Approx(1.4826));
  CHECK(spread(std::vector<double>{10, 11, 12, 13, 1e9}) == Approx(1.4826));
  std::mt19937 random(7);
  std::normal_distribution<double> normal(100, 3);
  std::vector<double> values(20'000);
  for (double& value : values) value = normal(random);
  CHECK(spread(values) == Approx(3).epsilon(0.05));
}

TEST_CASE("A percentile is the least value that the share of all stays under") {
  std::vector<double> values;
  for (int i = 1; i <= 1000; ++i) values.push_back(i);
  CHECK(percentile(values, 0.5) == 500);
  CHECK(percentile(values, 0.99) == 990);
  CHECK(percentile(values, 0.999) == 999);
  CHECK(percentile(values, 1) == 1000);
  CHECK(percentile(values, 0) == 1);
  CHECK(percentile(std::vector<double>{42}, 0.9) == 42);
}

TEST_CASE("A change is real when it exceeds three spreads of both sides and the least noise") {
  const std::vector<double> steady = {100, 100, 100, 100, 100};
  CHECK_FALSE(compare(steady, std::vector<double>{101.9, 101.9, 101.9}).is_real);
  CHECK(compare(steady, std::vector<double>{102.1, 102.1, 102.1}).is_real);
  CHECK(compare(steady, std::vector<double>{97, 97, 97}).is_real);

  const std::vector<double> noisy = {80, 90, 100, 110, 120};
  CHECK_FALSE(compare(noisy, std::vector<double>{130, 135, 140}).is_real);
  CHECK_FALSE(compare(std::vector<double>{130, 135, 140}, noisy).is_real);
  CHECK(compare(noisy, std::vector<double>{190, 195, 200}).is_real);
  CHECK(compare(noisy, std::vector<double>{195}).ratio == Approx(1.95));
}

TEST_CASE("Samples of one distribution are seldom called a change") {
  std::mt19937 random(11);
  std::normal_distribution<double> normal(100, 4);
  int alarms = 0;
  constexpr int kTrials = 2000;
  for (int trial = 0; trial < kTrials; ++trial) {
    std::vector<double> before(5), after(5);
    for (double& value : before) value = normal(random);
    for (double& value : after) value = normal(random);
    alarms += compare(before, after).is_real ? 1 : 0;
  }
  CHECK(alarms < kTrials / 50);
}

TEST_CASE("Nothing is compared with nothing") {
  CHECK_FALSE(compare({}, {}).is_real);
  CHECK(compare(std::vector<double>{0}, std::vector<double>{3}).is_real);
}

}  // namespace
}  // namespace calque::bench
