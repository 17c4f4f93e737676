// An article's sentences in the form for counting n-grams, and the level of each pair of neighbours, looked up once for
// all detectors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "calque/text.h"
#include "context/context_words.h"
#include "language/language.h"
#include "model/ngram_counts.h"

namespace calque {

// The words of a sentence or of all sentences.
struct ContextWords {
  std::span<const ContextWord> words;  // two edges on either side of each sentence
  std::span<const std::int8_t> pairs;  // by word: the level of its pair with the next; empty without counts
};

class ContextText {
 public:
  ContextText(const NgramCounts& counts, std::string_view article, const Text& text, const Language& language);

  std::size_t size() const { return begins_.size() - 1; }  // sentences: those of the text
  ContextWords operator[](std::size_t sentence) const;
  ContextWords all() const { return {words_, pairs_}; }

 private:
  std::vector<ContextWord> words_;
  std::vector<std::int8_t> pairs_;
  std::vector<std::size_t> begins_;  // of the sentences, and the end of the last
};

// The levels of neighbours' pairs. The last word has kNoLevel.
std::vector<std::int8_t> pair_levels(const NgramCounts& counts, std::span<const ContextWord> words);

}  // namespace calque
