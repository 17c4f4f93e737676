// Findings and head scores -> the article's feature vector.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calque/finding.h"
#include "calque/text.h"
#include "language/language.h"
#include "plausibility/doubts.h"

namespace calque {

// What the features are computed from.
struct Evidence {
  const Text& text;
  std::span<const Finding> findings;
  std::span<const float> head_scores;  // sentences x heads, row-major
  std::size_t heads;
  double unusual_pairs = 0;  // unusual_pair_share()
  Doubts doubts = {};
  double personal_words = 0;  // personal_word_share()
};

// The number of words at which a head's strength equals its mean.
inline constexpr double kUsualWords = 200;

// Per head: the mean of the sentence logits, weighted by words; its strength, which is that mean times sqrt(words /
// kUsualWords), since evidence adds up; and the standard deviation of the sentence logits. Per artifact type: log(1 +
// findings per 1,000 words). The share of unusual pairs of words. Per kind of doubt: by how much its count exceeds that
// of originals of this length, in standard deviations of a Poisson count plus one, or 0. `feature_names` gives their
// names in the same order. The features of doubts have names that begin with kDoubtPrefix, and are the last.
inline constexpr std::string_view kDoubtPrefix = "doubt.";
std::vector<double> article_features(const Evidence& evidence);
std::vector<std::string> feature_names(std::span<const std::string> heads);

// The share of words that address a reader (Language::personal_words). Half of all English news articles have none; 95
// in 100 have less than 0.04.
double personal_word_share(const Text& text, const Language& language);

}  // namespace calque
