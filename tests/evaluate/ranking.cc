// The area under the ROC curve and the recall at a rate of false positives, against counts by hand and their
// definition.
#include <algorithm>
#include <cmath>
#include <random>

#include "evaluate/statistics.h"
#include "support/catch.h"

namespace calque::evaluate {
namespace {

bool is_near(double left, double right, double slack = 1e-12) { return std::abs(left - right) <= slack; }

Ranking ranking_of(const std::vector<double>& positives, const std::vector<double>& negatives) {
  std::vector<Observation> observations;
  for (const double score : positives) {
    observations.push_back({score, true, static_cast<std::uint32_t>(observations.size())});
  }
  for (const double score : negatives) {
    observations.push_back({score, false, static_cast<std::uint32_t>(observations.size())});
  }
  return Ranking(std::move(observations));
}

// Scores with many ties.
std::vector<double> draw(std::mt19937& random, std::size_t count) {
  std::vector<double> scores(count);
  for (double& score : scores) score = static_cast<double>(random() % 40);
  return scores;
}

double area_by_definition(const std::vector<double>& positives, const std::vector<double>& negatives) {
  double wins = 0;
  for (const double positive : positives) {
    for (const double negative : negatives) wins += positive > negative ? 1 : positive == negative ? 0.5 : 0;
  }
  return wins / static_cast<double>(positives.size() * negatives.size());
}

double recall_by_definition(const std::vector<double>& positives, const std::vector<double>& negatives, double rate) {
  const auto at_or_above = [](const std::vector<double>& scores, double threshold) {
    return static_cast<double>(std::ranges::count_if(scores, [=](double score) { return score >= threshold; }));
  };
  double best = 0;
  for (const double threshold : positives) {
    if (at_or_above(negatives, threshold) > rate * static_cast<double>(negatives.size()) + 1e-9) continue;
    best = std::max(best, at_or_above(positives, threshold) / static_cast<double>(positives.size()));
  }
  return best;
}

TEST_CASE("The area is the chance that a positive ranks above a negative") {
  CHECK(ranking_of({3, 4}, {1, 2}).area() == 1);
  CHECK(ranking_of({1, 2}, {3, 4}).area() == 0);
  CHECK(ranking_of({1, 3}, {2, 4}).area() == 0.25);
  CHECK(ranking_of({1}, {1}).area() == 0.5);
  CHECK(is_near(ranking_of({1, 2, 2}, {2, 0}).area(), 4.0 / 6));
}

TEST_CASE("There is no area without positives or without negatives") {
  CHECK(std::isnan(ranking_of({}, {1}).area()));
  CHECK(std::isnan(ranking_of({1}, {}).area()));
  CHECK(std::isnan(ranking_of({}, {}).recall_at(0.01)));
}

TEST_CASE("Area and recall agree with their definitions, whatever the scores") {
  std::mt19937 random(1);
  for (int round = 0; round < 500; ++round) {
    const auto positives = draw(random, 1 + random() % 30), negatives = draw(random, 1 + random() % 30);
    const Ranking ranking = ranking_of(positives, negatives);
    REQUIRE(is_near(ranking.area(), area_by_definition(positives, negatives)));
    for (const double rate : {0.0, 0.01, 0.1, 0.5, 1.0}) {
      REQUIRE(is_near(ranking.recall_at(rate), recall_by_definition(positives, negatives, rate)));
    }
  }
}

TEST_CASE("Swapping the sides turns the area around, and a rising map leaves it") {
  std::mt19937 random(2);
  for (int round = 0; round < 500; ++round) {
    const auto positives = draw(random, 1 + random() % 30), negatives = draw(random, 1 + random() % 30);
    const double area = ranking_of(positives, negatives).area();
    REQUIRE(is_near(ranking_of(negatives, positives).area(), 1 - area));
    auto mapped_positives = positives, mapped_negatives = negatives;
    for (auto* scores : {&mapped_positives, &mapped_negatives}) {
      for (double& score : *scores) score = std::exp(score / 10) - 7;
    }
    REQUIRE(ranking_of(mapped_positives, mapped_negatives).area() == area);
  }
}

TEST_CASE("Recall counts what lies above the negatives that may pass") {
  std::vector<double> negatives(100);
  for (std::size_t i = 0; i < negatives.size(); ++i) negatives[i] = static_cast<double>(i);  // 0 to 99
  const Ranking ranking = ranking_of({98.5, 99.5, 50, 97.5}, negatives);
  CHECK(ranking.recall_at(0.001) == 0.25);  // none of a hundred may pass
  CHECK(ranking.recall_at(0.01) == 0.5);    // 99 may
  CHECK(ranking.recall_at(0.02) == 0.75);   // and 98
  CHECK(ranking.recall_at(1) == 1);
}

TEST_CASE("A score shared with more negatives than may pass finds nothing") {
  CHECK(ranking_of({5, 5, 5}, {5, 5, 1, 1}).recall_at(0.25) == 0);
  CHECK(ranking_of({5, 5, 5}, {5, 5, 1, 1}).recall_at(0.5) == 1);
  CHECK(ranking_of({5, 6}, {5, 1}).recall_at(0) == 0.5);
}

TEST_CASE("A weight of two counts as two observations, and of none as none") {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    const auto positives = draw(random, 1 + random() % 20), negatives = draw(random, 1 + random() % 20);
    std::vector<std::uint32_t> weights(positives.size() + negatives.size());
    for (auto& weight : weights) weight = random() % 3;
    std::vector<double> drawn_positives, drawn_negatives;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const bool is_positive = i < positives.size();
      auto& drawn = is_positive ? drawn_positives : drawn_negatives;
      drawn.insert(drawn.end(), weights[i], is_positive ? positives[i] : negatives[i - positives.size()]);
    }
    if (drawn_positives.empty() || drawn_negatives.empty()) continue;
    const Ranking ranking = ranking_of(positives, negatives);
    REQUIRE(is_near(ranking.area(weights), area_by_definition(drawn_positives, drawn_negatives)));
    REQUIRE(is_near(ranking.recall_at(0.1, weights), recall_by_definition(drawn_positives, drawn_negatives, 0.1)));
  }
}

TEST_CASE("The curve rises from corner to corner and encloses the area") {
  std::mt19937 random(4);
  for (int round = 0; round < 200; ++round) {
    const Ranking ranking = ranking_of(draw(random, 1 + random() % 50), draw(random, 1 + random() % 50));
    const std::vector<RocPoint> curve = ranking.roc();
    double area = 0;
    for (std::size_t i = 1; i < curve.size(); ++i) {
      REQUIRE(curve[i].false_positives >= curve[i - 1].false_positives);
      REQUIRE(curve[i].recall >= curve[i - 1].recall);
      area += (curve[i].false_positives - curve[i - 1].false_positives) * (curve[i].recall + curve[i - 1].recall) / 2;
    }
    REQUIRE(curve.front().recall == 0);
    REQUIRE(curve.back().recall == 1);
    REQUIRE(curve.back().false_positives == 1);
    REQUIRE(is_near(area, ranking.area()));
  }
}

TEST_CASE("Accuracy is plain over all cases and balanced over both sides") {
  const Ranking ranking = ranking_of({0.9, 0.8, 0.4}, {0.6});
  const Accuracy accuracy = accuracy_at(ranking, 0.5);
  CHECK(accuracy.plain == 0.5);
  CHECK(is_near(accuracy.balanced, 1.0 / 3));
  CHECK(accuracy_at(ranking, 0.8).plain == 0.75);  // a score at the threshold is called machine
}

TEST_CASE("The best threshold is as good as the best of all") {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const Ranking ranking = ranking_of(draw(random, 1 + random() % 20), draw(random, 1 + random() % 20));
    double plain = 0, balanced = 0;
    for (double threshold = -0.5; threshold < 41; ++threshold) {
      plain = std::max(plain, accuracy_at(ranking, threshold).plain);
      balanced = std::max(balanced, accuracy_at(ranking, threshold).balanced);
    }
    REQUIRE(is_near(best_accuracy(ranking, AccuracyKind::kPlain).plain, plain));
    REQUIRE(is_near(best_accuracy(ranking, AccuracyKind::kBalanced).balanced, balanced));
  }
  CHECK(best_accuracy(ranking_of({0.9}, {0.5}), AccuracyKind::kPlain).threshold == 0.7);
}

}  // namespace
}  // namespace calque::evaluate
