#include "evaluate/quality.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace calque::evaluate {
namespace {

// System Spearman and Pearson, article Spearman and Pearson.
constexpr std::size_t kFigures = 4;
using Figures = std::array<double, kFigures>;

// The rated articles of one year and pair, clusters numbered over all pairs.
struct RatedPair {
  explicit RatedPair(std::vector<Pairing> pairings, std::vector<std::uint32_t> systems)
      : of_systems(std::move(systems)), articles(pairings), all(std::move(pairings)) {}

  std::vector<std::uint32_t> of_systems;  // the system of each pairing, counted from 0
  RankCorrelation articles;
  std::vector<Pairing> all;
};

struct RatedArticles {
  std::vector<Case> cases;
  std::vector<std::string> pairs;           // names
  std::vector<std::uint32_t> pair_of_case;  // indices into `pairs`
  std::vector<std::uint32_t> clusters;      // of the cases, counted from 0
  std::vector<std::uint32_t> pair_of_cluster;
};

RatedArticles rated(const std::vector<Case>& cases) {
  RatedArticles rated;
  for (const Case& one : cases) {
    if (one.row->kind != ArticleKind::kMachine || std::isnan(one.row->z) || std::isnan(one.row->quality)) continue;
    rated.cases.push_back(one);
  }
  std::map<std::pair<std::int64_t, std::string>, std::uint32_t> pairs;
  for (const Case& one : rated.cases) pairs.try_emplace({one.row->year, one.row->pair});
  for (auto& [key, index] : pairs) {
    index = static_cast<std::uint32_t>(rated.pairs.size());
    rated.pairs.push_back(fmt::format("{} {}", key.first, key.second));
  }
  std::map<std::uint32_t, std::uint32_t> clusters;
  for (const Case& one : rated.cases) {
    const std::uint32_t pair = pairs.at({one.row->year, one.row->pair});
    const auto [entry, is_new] = clusters.try_emplace(one.cluster, static_cast<std::uint32_t>(clusters.size()));
    if (is_new) rated.pair_of_cluster.push_back(pair);
    rated.pair_of_case.push_back(pair);
    rated.clusters.push_back(entry->second);
  }
  return rated;
}

Pairing pairing_of(const RatedArticles& rated, std::size_t i) {
  return {rated.cases[i].row->quality, rated.cases[i].row->z, rated.clusters[i]};
}

RatedPair pair_of(const RatedArticles& rated, std::uint32_t pair) {
  std::vector<Pairing> pairings;
  std::vector<std::uint32_t> systems;
  std::map<std::string, std::uint32_t> numbers;
  for (std::size_t i = 0; i < rated.cases.size(); ++i) {
    if (rated.pair_of_case[i] != pair) continue;
    pairings.push_back(pairing_of(rated, i));
    const auto next = static_cast<std::uint32_t>(numbers.size());
    systems.push_back(numbers.try_emplace(rated.cases[i].row->system, next).first->second);
  }
  return RatedPair(std::move(pairings), std::move(systems));
}

std::size_t systems_of(const RatedPair& pair) { return *std::ranges::max_element(pair.of_systems) + std::size_t{1}; }

// Each system's mean quality and mean assessment.
std::vector<Pairing> system_means(const RatedPair& pair, Weights weights) {
  std::vector<Pairing> sums(systems_of(pair));
  std::vector<double> counts(sums.size());
  for (std::size_t i = 0; i < pair.all.size(); ++i) {
    const double weight = weight_of(weights, pair.all[i].cluster);
    sums[pair.of_systems[i]].x += weight * pair.all[i].x;
    sums[pair.of_systems[i]].y += weight * pair.all[i].y;
    counts[pair.of_systems[i]] += weight;
  }
  std::vector<Pairing> means;
  for (std::size_t system = 0; system < sums.size(); ++system) {
    if (counts[system] > 0) means.push_back({sums[system].x / counts[system], sums[system].y / counts[system], 0});
  }
  return means;
}

Figures figures_of(const RatedPair& pair, Weights weights) {
  const RankCorrelation systems(system_means(pair, weights));
  return {systems.spearman(), systems.pearson(), pair.articles.spearman(weights), pair.articles.pearson(weights)};
}

Figures mean_of(const std::vector<Figures>& all) {
  Figures means;
  for (std::size_t i = 0; i < kFigures; ++i) {
    double sum = 0;
    std::size_t count = 0;
    for (const Figures& figures : all) {
      if (std::isnan(figures[i])) continue;
      sum += figures[i];
      ++count;
    }
    means[i] = count > 0 ? sum / static_cast<double>(count) : kNone;
  }
  return means;
}

QualityRow row_of(std::string name, std::size_t systems, std::size_t articles, const Estimate* estimates) {
  return {std::move(name), systems, articles, estimates[0], estimates[1], estimates[2], estimates[3]};
}

QualityReport report_of(const RatedArticles& rated, const std::vector<RatedPair>& pairs,
                        const std::vector<Estimate>& estimates) {
  QualityReport report;
  std::size_t systems = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    systems += systems_of(pairs[i]);
    report.pairs.push_back(row_of(rated.pairs[i], systems_of(pairs[i]), pairs[i].all.size(), &estimates[i * kFigures]));
  }
  report.mean = row_of("mean over pairs", systems, rated.cases.size(), &estimates[pairs.size() * kFigures]);
  report.pooled = row_of("all pairs pooled", systems, rated.cases.size(), &estimates[(pairs.size() + 1) * kFigures]);
  return report;
}

}  // namespace

std::optional<QualityReport> compare_quality(const std::vector<Case>& cases, std::size_t resamples) {
  const RatedArticles rated = evaluate::rated(cases);
  if (rated.cases.empty()) return std::nullopt;
  std::vector<RatedPair> pairs;
  for (std::uint32_t pair = 0; pair < rated.pairs.size(); ++pair) pairs.push_back(pair_of(rated, pair));
  std::vector<Pairing> pairings;
  pairings.reserve(rated.cases.size());
  for (std::size_t i = 0; i < rated.cases.size(); ++i) pairings.push_back(pairing_of(rated, i));
  const RankCorrelation pooled(std::move(pairings));

  const Bootstrap bootstrap(rated.pair_of_cluster, resamples);
  const std::vector<Estimate> estimates = bootstrap([&](Weights weights) {
    std::vector<Figures> all;
    all.reserve(pairs.size() + 2);
    for (const RatedPair& pair : pairs) all.push_back(figures_of(pair, weights));
    all.push_back(mean_of(all));
    all.push_back({kNone, kNone, pooled.spearman(weights), pooled.pearson(weights)});
    std::vector<double> figures;
    for (const Figures& some : all) figures.insert(figures.end(), some.begin(), some.end());
    return figures;
  });
  return report_of(rated, pairs, estimates);
}

}  // namespace calque::evaluate
