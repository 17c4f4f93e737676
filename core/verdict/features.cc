#include "verdict/features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

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

// How often the doubts occur in originals, in 1,000 words: the mean over the sources of the committed manifest.
struct Doubt {
  std::string_view name;
  double per_thousand;
};
constexpr std::array<Doubt, 5> kDoubts = {
    {{"foreign", 0.25}, {"slips", 0.07}, {"unseen_64", 0.38}, {"unseen_16", 1.04}, {"unseen_4", 3.27}}};

void append_doubts(const Evidence& evidence, std::vector<double>& features) {
  const Doubts& doubts = evidence.doubts;
  const std::array<double, kDoubts.size()> counts = {
      static_cast<double>(doubts.foreign), static_cast<double>(doubts.slips), static_cast<double>(doubts.unseen[0]),
      static_cast<double>(doubts.unseen[1]), static_cast<double>(doubts.unseen[2])};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double usual = kDoubts[i].per_thousand / 1000 * evidence.text.words;
    features.push_back(std::max(0.0, (counts[i] - usual) / std::sqrt(usual + 1)));
  }
}

}  // namespace

std::vector<double> article_features(const Evidence& evidence) {
  std::vector<double> features;
  features.reserve(evidence.heads * kHeadFeatures.size() + kArtifactTypes + 1 + kDoubts.size());
  const std::vector<double> weights = sentence_weights(evidence.text);
  for (std::size_t head = 0; head < evidence.heads; ++head) append_head(evidence, head, weights, features);
  append_artifacts(evidence, features);
  features.push_back(evidence.unusual_pairs);
  append_doubts(evidence, features);
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
  for (const Doubt& doubt : kDoubts) names.push_back(std::string(kDoubtPrefix).append(doubt.name));
  return names;
}

double personal_word_share(const Text& text, const Language& language) {
  const auto found = std::ranges::count_if(
      text.tokens, [&](const Token& token) { return language.personal_words.contains(token.key); });
  return static_cast<double>(found) / std::max(1U, text.words);
}

}  // namespace calque
