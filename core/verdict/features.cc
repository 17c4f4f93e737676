#include "verdict/features.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/sentence_weights.h"

namespace calque {
namespace {

constexpr std::array<const char*, 3> kHeadFeatures = {"mean", "strength", "deviation"};

void append_head(const Evidence& evidence, std::size_t head, std::span<const double> weights,
                 std::vector<double>& features) {
  if (evidence.head_scores.empty()) {
    features.insert(features.end(), kHeadFeatures.size(), 0.0);
    return;
  }
  double weighted = 0;
  double sum = 0;
  double squares = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double logit = evidence.head_scores[i * evidence.heads + head];
    weighted += weights[i] * logit;
    sum += logit;
    squares += logit * logit;
  }
  const auto count = static_cast<double>(weights.size());
  const double mean = sum / count;
  const double deviation = std::sqrt(std::max(0.0, squares / count - mean * mean));
  features.insert(features.end(), {weighted, weighted * std::sqrt(evidence.text.words / kUsualWords), deviation});
}

void append_artifacts(const Evidence& evidence, std::vector<double>& features) {
  std::array<double, kArtifactTypes> counts{};
  for (const Finding& finding : evidence.findings) ++counts[static_cast<std::size_t>(finding.type)];
  const double per_thousand = 1000.0 / std::max(1U, evidence.text.words);
  for (const double count : counts) features.push_back(std::log1p(count * per_thousand));
}

}  // namespace

std::vector<double> article_features(const Evidence& evidence) {
  std::vector<double> features;
  features.reserve(evidence.heads * kHeadFeatures.size() + kArtifactTypes + 1);
  const std::vector<double> weights = sentence_weights(evidence.text);
  for (std::size_t head = 0; head < evidence.heads; ++head) append_head(evidence, head, weights, features);
  append_artifacts(evidence, features);
  features.push_back(evidence.unusual_pairs);
  return features;
}

std::vector<std::string> feature_names(std::span<const std::string> heads) {
  std::vector<std::string> names;
  for (const std::string& head : heads) {
    for (const char* const feature : kHeadFeatures) names.push_back("head." + head + "." + feature);
  }
  for (std::size_t type = 0; type < kArtifactTypes; ++type) {
    names.push_back("artifact." + std::string(artifact_name(static_cast<ArtifactType>(type))));
  }
  names.emplace_back("ngrams.unusual_pairs");
  return names;
}

double personal_word_share(const Text& text, const Language& language) {
  const auto found = std::ranges::count_if(
      text.tokens, [&](const Token& token) { return language.personal_words.contains(token.key); });
  return static_cast<double>(found) / std::max(1U, text.words);
}

}  // namespace calque
