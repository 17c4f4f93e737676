// What the heads are trained on: passages, in the lines that the heads read.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "artifacts/lexicons.h"
#include "lab/train/samples.h"

namespace calque::train {

// A sample's sentences as the heads read them: folded words, numbers and kReadMarks, separated by spaces.
struct Passage {
  const TrainingArticle* source;
  std::vector<std::string> lines;
  std::uint32_t words = 0;
};
std::vector<Passage> read_passages(const std::vector<Sample>& samples, const Lexicons& lexicons);

// The words that have a weight of their own: those that stand at least `min_count` times in the passages, and the end
// of a line. By key (core/text/fold.h); numbered from 0 in the order in which they come.
using Vocabulary = std::unordered_map<std::uint64_t, std::uint32_t>;
Vocabulary count_words(const std::vector<Passage>& passages, std::uint64_t min_count);

// Passages as sparse rows. A feature is a word of the vocabulary, or after them a hashed pair of words, as fastText
// numbers them; those that fewer than `min_passages` passages have are left out, and the others have a column, the
// commonest first. A value is kScale times the passage's mean over sentences, each by its words, of the feature's share
// of the sentence's features (a repeated word's by repeat_weight()), times the square root of the passage's length in
// kUsualWords: so that the product with a head's weights is the strength that inference gives (verdict/features.h).
struct NgramRows {
  static constexpr float kScale = 400;

  std::vector<std::uint32_t> features;   // by column
  std::vector<std::uint32_t> documents;  // by column: the passages that have it
  std::vector<std::size_t> ends;         // of each row in the two below
  std::vector<std::uint32_t> columns;
  std::vector<float> values;
  std::vector<float> masses;  // of each row: the sum of its values over kScale, with those left out

  std::size_t begin_of(std::size_t row) const { return row == 0 ? 0 : ends[row - 1]; }
};
NgramRows count_ngrams(const std::vector<Passage>& passages, const Vocabulary& vocabulary, std::uint32_t buckets,
                       std::uint32_t min_passages);

}  // namespace calque::train
