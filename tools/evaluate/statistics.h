// Figures on ranked and labelled observations, each as a function of how often every cluster counts: once each for the
// estimate, as drawn for a bootstrap resample.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace calque::evaluate {

inline constexpr double kNone = std::numeric_limits<double>::quiet_NaN();  // a figure that cannot be computed

// How often each cluster counts; empty: all once.
using Weights = std::span<const std::uint32_t>;

inline double weight_of(Weights weights, std::uint32_t cluster) { return weights.empty() ? 1 : weights[cluster]; }

struct Observation {
  double score = 0;
  bool positive = false;
  std::uint32_t cluster = 0;  // observations of one cluster are not independent of each other
};

struct RocPoint {
  double false_positives = 0;  // shares, 0 to 1
  double recall = 0;
};

// Observations ordered by score, highest first.
class Ranking {
 public:
  explicit Ranking(std::vector<Observation> observations);

  std::size_t positives() const { return positives_; }
  std::size_t negatives() const { return observations_.size() - positives_; }
  const std::vector<Observation>& observations() const { return observations_; }

  // The chance that a positive scores above a negative, ties counting half. kNone unless there are both.
  double area(Weights weights = {}) const;

  // The share of positives at or above the lowest score that at most the share `rate` of the negatives reach. Equal
  // scores pass together or not at all, so the rate is never exceeded; with fewer than 1 / rate negatives none passes.
  double recall_at(double rate, Weights weights = {}) const;

  // From (0, 0) to (1, 1), one point for each score that occurs.
  std::vector<RocPoint> roc() const;

 private:
  template <class Visit>
  void visit_ties(Weights weights, Visit visit) const;

  std::vector<Observation> observations_;
  std::size_t positives_ = 0;
};

struct Interval {
  double low = kNone;
  double high = kNone;
};

// Wilson's 95 % interval of a share of independent cases.
Interval wilson(std::size_t successes, std::size_t cases);

// A judged case. `mass` says how much it counts.
struct Forecast {
  double probability = 0;
  bool positive = false;
  double mass = 1;
};

struct CalibrationBin {
  double forecast = 0;  // mean probability
  double observed = 0;  // share of positives
  double mass = 0;      // of all, adding up to 1
  std::size_t cases = 0;
};

// At most `bins` bins of equal mass, lowest probability first. Equal probabilities share a bin.
std::vector<CalibrationBin> calibration(std::vector<Forecast> forecasts, std::size_t bins);

// Expected calibration error: the mean distance of forecast and observation over the bins, by mass.
double calibration_error(std::span<const CalibrationBin> bins);

// Of "positive from `threshold` on".
struct Accuracy {
  double threshold = kNone;
  double plain = kNone;     // share of all cases
  double balanced = kNone;  // mean of the shares of positives and of negatives
};

Accuracy accuracy_at(const Ranking& ranking, double threshold);

// The threshold with the best plain or balanced accuracy, half-way between two scores that occur, so that the last
// digit of a score decides nothing. Of equally good thresholds, the highest.
enum class AccuracyKind { kPlain, kBalanced };
Accuracy best_accuracy(const Ranking& ranking, AccuracyKind kind);

// Two measurements of the same cases.
struct Pairing {
  double x = 0;
  double y = 0;
  std::uint32_t cluster = 0;
};

// kNone with fewer than three cases or where one side does not vary.
double pearson(std::span<const Pairing> pairings, Weights weights = {});

// Pearson of ranks, equal values sharing their mean rank.
class RankCorrelation {
 public:
  explicit RankCorrelation(std::vector<Pairing> pairings);

  double spearman(Weights weights = {}) const;
  double pearson(Weights weights = {}) const { return evaluate::pearson(pairings_, weights); }
  std::size_t size() const { return pairings_.size(); }

 private:
  std::vector<Pairing> pairings_;
  std::vector<std::uint32_t> by_x_, by_y_;  // their order
};

}  // namespace calque::evaluate
