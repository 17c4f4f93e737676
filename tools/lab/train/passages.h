// Passages, the training examples of the heads, in the form that the heads read.
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

// The words that have their own weight: those that occur at least `min_count` times in the passages, and the end of a
// line. From key (core/text/fold.h) to a number from 0, in the order of their first place.
using Vocabulary = std::unordered_map<std::uint64_t, std::uint32_t>;
Vocabulary count_words(const std::vector<Passage>& passages, std::uint64_t min_count);

// Passages as sparse rows. Features are numbered as in fastText: words of the vocabulary, then hashed pairs of words.
// Features of fewer than `min_passages` passages are left out; each of the others is a column, the commonest first. A
// value is the product of kScale, the square root of the passage's length in kUsualWords, and the mean over sentences,
// weighted by their words, of the feature's share of the sentence's features (repeated words count by repeat_weight()).
// So the product with a head's weights is the strength that inference computes (verdict/features.h).
struct NgramRows {
  static constexpr float kScale = 400;

  std::vector<std::uint32_t> features;   // by column
  std::vector<std::uint32_t> documents;  // by column: the number of passages that have it
  std::vector<std::size_t> ends;         // of each row in the two below
  std::vector<std::uint32_t> columns;
  std::vector<float> values;
  std::vector<float> masses;  // by row: the sum of its values, also of features left out, divided by kScale

  std::size_t begin_of(std::size_t row) const { return row == 0 ? 0 : ends[row - 1]; }
};
NgramRows count_ngrams(const std::vector<Passage>& passages, const Vocabulary& vocabulary, std::uint32_t buckets,
                       std::uint32_t min_passages);

}  // namespace calque::train
