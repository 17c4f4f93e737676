// Correlations against values worked out by hand.
#include <cmath>
#include <random>

#include "evaluate/statistics.h"
#include "support/catch.h"

namespace calque::evaluate {
namespace {

std::vector<Pairing> pairings(const std::vector<double>& x, const std::vector<double>& y) {
  std::vector<Pairing> made;
  for (std::size_t i = 0; i < x.size(); ++i) made.push_back({x[i], y[i], static_cast<std::uint32_t>(i)});
  return made;
}

bool is_near(double left, double right) { return std::abs(left - right) < 1e-9; }

TEST_CASE("Correlations have the values of a calculation by hand") {
  CHECK(is_near(pearson(pairings({1, 2, 3}, {2, 4, 6})), 1));
  CHECK(is_near(pearson(pairings({1, 2, 3, 4}, {1, 3, 2, 4})), 0.8));
  CHECK(is_near(RankCorrelation(pairings({1, 2, 3, 4}, {1, 3, 2, 4})).spearman(), 0.8));
  CHECK(is_near(RankCorrelation(pairings({1, 2, 3}, {10, 100, 1000})).spearman(), 1));
  CHECK(is_near(RankCorrelation(pairings({1, 2, 3}, {3, 2, 1})).spearman(), -1));
  // Ranks 1.5 1.5 3 4 against 1 2 3 4: covariance 4.5, sums of squares 4.5 and 5.
  CHECK(is_near(RankCorrelation(pairings({1, 1, 2, 3}, {1, 2, 3, 4})).spearman(), 4.5 / std::sqrt(4.5 * 5)));
}

TEST_CASE("There is no correlation of fewer than three cases or of what does not vary") {
  CHECK(std::isnan(pearson(pairings({1, 2}, {1, 2}))));
  CHECK(std::isnan(RankCorrelation(pairings({}, {})).spearman()));
  CHECK(std::isnan(RankCorrelation(pairings({1, 1, 1}, {1, 2, 3})).spearman()));
}

TEST_CASE("A weighted rank correlation is that of the cases written out") {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    std::vector<double> x, y, long_x, long_y;
    std::vector<std::uint32_t> weights;
    for (std::size_t i = 0; i < 3 + random() % 20; ++i) {
      x.push_back(random() % 10);
      y.push_back(random() % 10);
      weights.push_back(random() % 3);
      long_x.insert(long_x.end(), weights.back(), x.back());
      long_y.insert(long_y.end(), weights.back(), y.back());
    }
    const double weighted = RankCorrelation(pairings(x, y)).spearman(weights);
    const double written_out = RankCorrelation(pairings(long_x, long_y)).spearman();
    if (std::isnan(written_out)) {
      REQUIRE(std::isnan(weighted));
    } else {
      REQUIRE(is_near(weighted, written_out));
    }
  }
}

}  // namespace
}  // namespace calque::evaluate
