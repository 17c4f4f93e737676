#include "evaluate/statistics.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace calque::evaluate {
namespace {

constexpr double kNormal95 = 1.959963984540054;  // the standard normal's 97.5 % point
constexpr std::size_t kFewestPairings = 3;

double share(double part, double whole) { return whole > 0 ? part / whole : kNone; }

// The means, variances and covariance of a correlation, in two passes to keep the digits.
template <class X, class Y, class Mass>
double correlation(std::size_t size, X x, Y y, Mass mass) {
  double all = 0, sum_x = 0, sum_y = 0;
  for (std::size_t i = 0; i < size; ++i) {
    all += mass(i);
    sum_x += mass(i) * x(i);
    sum_y += mass(i) * y(i);
  }
  if (all < kFewestPairings) return kNone;
  const double mean_x = sum_x / all, mean_y = sum_y / all;
  double xx = 0, yy = 0, xy = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const double dx = x(i) - mean_x, dy = y(i) - mean_y;
    xx += mass(i) * dx * dx;
    yy += mass(i) * dy * dy;
    xy += mass(i) * dx * dy;
  }
  return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : kNone;
}

// The middle rank of each tie, in the given order.
template <class Value>
std::vector<double> mid_ranks(std::span<const Pairing> pairings, std::span<const std::uint32_t> order, Weights weights,
                              Value value) {
  std::vector<double> ranks(pairings.size());
  double before = 0;
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin;
    double tied = 0;
    for (; end < order.size() && value(pairings[order[end]]) == value(pairings[order[begin]]); ++end) {
      tied += weight_of(weights, pairings[order[end]].cluster);
    }
    for (; begin < end; ++begin) ranks[order[begin]] = before + tied / 2;
    before += tied;
  }
  return ranks;
}

}  // namespace

Ranking::Ranking(std::vector<Observation> observations) : observations_(std::move(observations)) {
  std::ranges::stable_sort(observations_, std::greater(), &Observation::score);
  positives_ = static_cast<std::size_t>(std::ranges::count(observations_, true, &Observation::positive));
}

// Calls visit(score, positives, negatives) for each score that occurs, highest first.
template <class Visit>
void Ranking::visit_ties(Weights weights, Visit visit) const {
  for (std::size_t i = 0; i < observations_.size();) {
    const double score = observations_[i].score;
    double positives = 0, negatives = 0;
    for (; i < observations_.size() && observations_[i].score == score; ++i) {
      const double weight = weight_of(weights, observations_[i].cluster);
      (observations_[i].positive ? positives : negatives) += weight;
    }
    visit(score, positives, negatives);
  }
}

double Ranking::area(Weights weights) const {
  double positives = 0, negatives = 0, wins = 0;
  visit_ties(weights, [&](double, double more_positives, double more_negatives) {
    wins += more_negatives * (positives + more_positives / 2);
    positives += more_positives;
    negatives += more_negatives;
  });
  return share(wins, positives * negatives);
}

double Ranking::recall_at(double rate, Weights weights) const {
  double positives = 0, negatives = 0;
  for (const Observation& observation : observations_) {
    (observation.positive ? positives : negatives) += weight_of(weights, observation.cluster);
  }
  if (negatives == 0) return kNone;
  const double most = rate * negatives * (1 + 1e-12);  // 0.01 * 300 must be 3
  double passed = 0, found = 0;
  bool passes = true;
  visit_ties(weights, [&](double, double more_positives, double more_negatives) {
    passed += more_negatives;
    passes = passes && passed <= most;
    if (passes) found += more_positives;
  });
  return share(found, positives);
}

std::vector<RocPoint> Ranking::roc() const {
  std::vector<RocPoint> points = {{0, 0}};
  double found = 0, passed = 0;
  visit_ties({}, [&](double, double more_positives, double more_negatives) {
    found += more_positives;
    passed += more_negatives;
    points.push_back({share(passed, static_cast<double>(negatives())), share(found, static_cast<double>(positives()))});
  });
  return points;
}

Interval wilson(std::size_t successes, std::size_t cases) {
  if (cases == 0) return {};
  const auto n = static_cast<double>(cases);
  const double p = static_cast<double>(successes) / n, z2 = kNormal95 * kNormal95;
  const double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half = kNormal95 / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

std::vector<CalibrationBin> calibration(std::vector<Forecast> forecasts, std::size_t bins) {
  std::ranges::stable_sort(forecasts, {}, &Forecast::probability);
  const double all = std::accumulate(forecasts.begin(), forecasts.end(), 0.0,
                                     [](double sum, const Forecast& forecast) { return sum + forecast.mass; });
  std::vector<CalibrationBin> filled(bins);
  double before = 0;
  for (std::size_t i = 0; i < forecasts.size();) {
    CalibrationBin tie;
    const double probability = forecasts[i].probability;
    for (; i < forecasts.size() && forecasts[i].probability == probability; ++i, ++tie.cases) {
      tie.mass += forecasts[i].mass / all;
      if (forecasts[i].positive) tie.observed += forecasts[i].mass / all;
    }
    const auto at = static_cast<std::size_t>((before + tie.mass / 2) * static_cast<double>(bins));
    CalibrationBin& bin = filled[std::min(at, bins - 1)];
    bin.forecast += probability * tie.mass;  // sums until all are in
    bin.observed += tie.observed;
    bin.mass += tie.mass;
    bin.cases += tie.cases;
    before += tie.mass;
  }
  std::erase_if(filled, [](const CalibrationBin& bin) { return bin.cases == 0; });
  for (CalibrationBin& bin : filled) {
    bin.forecast /= bin.mass;
    bin.observed /= bin.mass;
  }
  return filled;
}

double calibration_error(std::span<const CalibrationBin> bins) {
  if (bins.empty()) return kNone;
  return std::accumulate(bins.begin(), bins.end(), 0.0, [](double sum, const CalibrationBin& bin) {
    return sum + bin.mass * std::abs(bin.forecast - bin.observed);
  });
}

Accuracy accuracy_at(const Ranking& ranking, double threshold) {
  double found = 0, spared = 0;
  for (const Observation& observation : ranking.observations()) {
    const bool called = observation.score >= threshold;
    if (observation.positive && called) ++found;
    if (!observation.positive && !called) ++spared;
  }
  const auto positives = static_cast<double>(ranking.positives()), negatives = static_cast<double>(ranking.negatives());
  return {threshold, share(found + spared, positives + negatives),
          (share(found, positives) + share(spared, negatives)) / 2};
}

Accuracy best_accuracy(const Ranking& ranking, AccuracyKind kind) {
  const std::vector<Observation>& all = ranking.observations();
  if (ranking.positives() == 0 || ranking.negatives() == 0) return {};
  const double per_positive = kind == AccuracyKind::kPlain ? 1 : 1 / static_cast<double>(ranking.positives());
  const double per_negative = kind == AccuracyKind::kPlain ? 1 : 1 / static_cast<double>(ranking.negatives());
  double gain = 0, best_gain = 0;
  double threshold = std::nextafter(all.front().score, std::numeric_limits<double>::infinity());  // nothing is called
  for (std::size_t i = 0; i < all.size(); ++i) {
    gain += all[i].positive ? per_positive : -per_negative;
    const bool is_last = i + 1 == all.size();
    if ((!is_last && all[i + 1].score == all[i].score) || gain <= best_gain) continue;
    best_gain = gain;
    threshold = is_last ? all[i].score : std::midpoint(all[i].score, all[i + 1].score);
  }
  return accuracy_at(ranking, threshold);
}

double pearson(std::span<const Pairing> pairings, Weights weights) {
  return correlation(
      pairings.size(), [&](std::size_t i) { return pairings[i].x; }, [&](std::size_t i) { return pairings[i].y; },
      [&](std::size_t i) { return weight_of(weights, pairings[i].cluster); });
}

RankCorrelation::RankCorrelation(std::vector<Pairing> pairings)
    : pairings_(std::move(pairings)), by_x_(pairings_.size()), by_y_(pairings_.size()) {
  std::iota(by_x_.begin(), by_x_.end(), 0U);
  std::iota(by_y_.begin(), by_y_.end(), 0U);
  std::ranges::stable_sort(by_x_, {}, [&](std::uint32_t i) { return pairings_[i].x; });
  std::ranges::stable_sort(by_y_, {}, [&](std::uint32_t i) { return pairings_[i].y; });
}

double RankCorrelation::spearman(Weights weights) const {
  const auto x = mid_ranks(pairings_, by_x_, weights, [](const Pairing& pairing) { return pairing.x; });
  const auto y = mid_ranks(pairings_, by_y_, weights, [](const Pairing& pairing) { return pairing.y; });
  return correlation(
      pairings_.size(), [&](std::size_t i) { return x[i]; }, [&](std::size_t i) { return y[i]; },
      [&](std::size_t i) { return weight_of(weights, pairings_[i].cluster); });
}

}  // namespace calque::evaluate
