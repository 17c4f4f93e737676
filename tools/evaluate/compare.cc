#include "evaluate/compare.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace calque::evaluate {
namespace {

constexpr double kOnePercent = 0.01, kOnePerMille = 0.001;
constexpr double kCurveStep = 0.01;

Share called_machine(const std::vector<Case>& cases) {
  const auto called = std::ranges::count_if(cases, [](const Case& one) { return one.row->label == Label::kMachine; });
  return {static_cast<std::size_t>(called), cases.size()};
}

std::vector<double> ranking_figures(const Ranking& ranking, Weights weights) {
  return {ranking.area(weights), ranking.recall_at(kOnePercent, weights), ranking.recall_at(kOnePerMille, weights)};
}

Comparison comparison_of(const Sample& sample, const std::vector<Estimate>& estimates) {
  return {sample.positives.size(),          sample.negatives.size(),         estimates[0], estimates[1], estimates[2],
          called_machine(sample.positives), called_machine(sample.negatives)};
}

// One ranking for each pair of the positives: its negatives are those of the pair, or all originals. Clusters are
// numbered as in `observations`, which are those of `sample`.
std::vector<Ranking> by_pair(const Sample& sample, Contrast contrast, const std::vector<Observation>& observations) {
  std::set<std::string> pairs;
  for (const Case& one : sample.positives) pairs.insert(one.row->pair);
  std::vector<Ranking> rankings;
  for (const std::string& pair : pairs) {
    std::vector<Observation> of_pair;
    for (std::size_t i = 0; i < observations.size(); ++i) {
      const bool is_positive = i < sample.positives.size();
      const Row& row = *(is_positive ? sample.positives[i] : sample.negatives[i - sample.positives.size()]).row;
      const bool is_shared = !is_positive && negative_kind(contrast) == ArticleKind::kOriginal;
      if (is_shared || row.pair == pair) of_pair.push_back(observations[i]);
    }
    rankings.emplace_back(std::move(of_pair));
  }
  return rankings;
}

double mean_area(const std::vector<Ranking>& rankings, Weights weights) {
  double sum = 0;
  std::size_t count = 0;
  for (const Ranking& ranking : rankings) {
    const double area = ranking.area(weights);
    if (std::isnan(area)) continue;
    sum += area;
    ++count;
  }
  return count > 0 ? sum / static_cast<double>(count) : kNone;
}

}  // namespace

std::vector<RocPoint> thinned(const std::vector<RocPoint>& points) {
  std::vector<RocPoint> kept;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool is_end = i == 0 || i + 1 == points.size();
    if (is_end || points[i].false_positives - kept.back().false_positives >= kCurveStep ||
        points[i].recall - kept.back().recall >= kCurveStep) {
      kept.push_back(points[i]);
    }
  }
  return kept;
}

Comparison compare(const Sample& sample, const Score& score, std::size_t resamples) {
  const std::vector<Observation> observations = observe(sample, score);
  const Ranking ranking(observations);
  const Bootstrap bootstrap(strata_of(observations), resamples);
  return comparison_of(sample, bootstrap([&](Weights weights) { return ranking_figures(ranking, weights); }));
}

ScoreReport compare_in_full(const Sample& sample, Contrast contrast, const Score& score, std::size_t resamples) {
  const std::vector<Observation> observations = observe(sample, score);
  const Ranking ranking(observations);
  const std::vector<Ranking> rankings = by_pair(sample, contrast, observations);
  const Bootstrap bootstrap(strata_of(observations), resamples);
  const std::vector<Estimate> estimates = bootstrap([&](Weights weights) {
    std::vector<double> figures = ranking_figures(ranking, weights);
    figures.push_back(mean_area(rankings, weights));
    return figures;
  });
  ScoreReport report;
  report.pooled = comparison_of(sample, estimates);
  report.mean_area = estimates[3];
  report.pairs = rankings.size();
  report.roc = thinned(ranking.roc());
  return report;
}

}  // namespace calque::evaluate
