#include "evaluate/sample.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace calque::evaluate {
namespace {

using Articles = std::unordered_set<std::uint32_t>;

Articles articles_of(const std::vector<Case>& cases) {
  Articles articles;
  for (const Case& one : cases) articles.insert(one.article);
  return articles;
}

void keep(std::vector<Case>& cases, const Articles& articles) {
  std::erase_if(cases, [&](const Case& one) { return !articles.contains(one.article); });
}

std::vector<Case> pick(const std::vector<Case>& cases, ArticleKind kind, const Wanted& wanted) {
  std::vector<Case> picked;
  std::ranges::copy_if(cases, std::back_inserter(picked),
                       [&](const Case& one) { return one.row->kind == kind && wanted(*one.row); });
  return picked;
}

}  // namespace

std::string_view contrast_name(Contrast contrast) {
  constexpr std::array<std::string_view, 3> kNames = {"machine / originals", "machine / translations",
                                                      "translations / originals"};
  return kNames[static_cast<std::size_t>(contrast)];
}

std::string_view contrast_key(Contrast contrast) {
  constexpr std::array<std::string_view, 3> kKeys = {"machine_originals", "machine_translations",
                                                     "translations_originals"};
  return kKeys[static_cast<std::size_t>(contrast)];
}

ArticleKind positive_kind(Contrast contrast) {
  return contrast == Contrast::kTranslationOriginal ? ArticleKind::kTranslation : ArticleKind::kMachine;
}

ArticleKind negative_kind(Contrast contrast) {
  return contrast == Contrast::kMachineTranslation ? ArticleKind::kTranslation : ArticleKind::kOriginal;
}

std::vector<Case> cases_of(const std::vector<Row>& rows) {
  std::map<std::tuple<std::int64_t, std::string_view, std::string_view>, std::uint32_t> clusters;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> articles;
  std::vector<Case> cases;
  for (const Row& row : rows) {
    if (!row.is_scored()) continue;
    const auto next_cluster = static_cast<std::uint32_t>(clusters.size());
    const std::uint32_t cluster = clusters.try_emplace({row.year, row.pair, row.doc}, next_cluster).first->second;
    const auto next_article = static_cast<std::uint32_t>(articles.size());
    cases.push_back({&row, cluster, articles.try_emplace({row.file, cluster}, next_article).first->second});
  }
  return cases;
}

Sample select(const std::vector<Case>& cases, Contrast contrast, const Wanted& positive, const Wanted& negative) {
  Sample sample{pick(cases, positive_kind(contrast), positive), pick(cases, negative_kind(contrast), negative)};
  if (contrast == Contrast::kMachineTranslation) {
    keep(sample.positives, articles_of(sample.negatives));
    keep(sample.negatives, articles_of(sample.positives));
  }
  return sample;
}

std::vector<Observation> observe(const Sample& sample, const Score& score) {
  std::unordered_map<std::uint32_t, std::uint32_t> clusters;
  std::vector<Observation> observations;
  for (const auto* side : {&sample.positives, &sample.negatives}) {
    for (const Case& one : *side) {
      const auto next = static_cast<std::uint32_t>(clusters.size());
      observations.push_back(
          {score(*one.row), side == &sample.positives, clusters.try_emplace(one.cluster, next).first->second});
    }
  }
  return observations;
}

std::vector<std::uint32_t> strata_of(const std::vector<Observation>& observations) {
  std::vector<std::uint32_t> holds;  // 1: positives, 2: negatives
  for (const Observation& observation : observations) {
    if (observation.cluster >= holds.size()) holds.resize(observation.cluster + std::size_t{1});
    holds[observation.cluster] |= observation.positive ? 1U : 2U;
  }
  return holds;
}

}  // namespace calque::evaluate
