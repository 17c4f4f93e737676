#include "verdict/judge.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string_view>

#include "text/sentence_weights.h"

namespace calque {
namespace {

// Below it a person is likelier than not; between it and the threshold the label is kUndecided.
constexpr double kHumanThreshold = 0.5;
// The least number of findings that agree on a source language, and their least share of those that name one.
constexpr int kMinVotes = 3;
constexpr double kMinVoteShare = 0.6;

// Findings with the same reason are one vote: a word that comes again and again says no more of the language.
void vote(std::span<const Finding> findings, Verdict& verdict) {
  std::map<std::string_view, int> votes;
  std::set<std::string_view> reasons;
  int all = 0;
  for (const Finding& finding : findings) {
    if (finding.language.empty() || !reasons.insert(finding.why).second) continue;
    ++votes[finding.language];
    ++all;
  }
  const auto best = std::ranges::max_element(votes, {}, [](const auto& entry) { return entry.second; });
  if (best == votes.end() || best->second < kMinVotes || best->second < kMinVoteShare * all) return;
  verdict.source_language = best->first;
  verdict.source_language_share = static_cast<double>(best->second) / all;
}

}  // namespace

Verdict judge(const Evidence& evidence, const ArticleModel& model, const Policy& policy) {
  const std::vector<double> features = article_features(evidence);
  const Weighed weighed = model.weigh(features, evidence.personal_words);
  Verdict verdict;
  verdict.posterior = weighed.posterior(policy.prior);
  verdict.probability = verdict.posterior->machine;
  if (const auto quality = model.quality(features)) {
    verdict.quality = quality->value;
    verdict.quality_interval = quality->interval;
  }
  const bool reaches = weighed.posterior(0.5).machine >= policy.threshold;
  verdict.label = *verdict.probability < kHumanThreshold ? Label::kHuman
                  : reaches                              ? Label::kMachine
                                                         : Label::kUndecided;
  vote(evidence.findings, verdict);
  return verdict;
}

Verdict judge_by_classifier(const Evidence& evidence) {
  Verdict verdict;
  if (evidence.head_scores.empty()) {
    verdict.basis = Basis::kNotText;
    return verdict;
  }
  const std::vector<double> weights = sentence_weights(evidence.text);
  const double mean = std::inner_product(weights.begin(), weights.end(), evidence.head_scores.begin(), 0.0);
  verdict.probability = 1 / (1 + std::exp(-mean));
  verdict.label = *verdict.probability >= kClassifierThreshold ? Label::kMachine : Label::kHuman;
  vote(evidence.findings, verdict);
  return verdict;
}

}  // namespace calque
