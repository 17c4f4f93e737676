#include "context/context_text.h"

#include <algorithm>
#include <array>

namespace calque {

std::vector<std::int8_t> pair_levels(const NgramCounts& counts, std::span<const ContextWord> words) {
  std::vector<std::int8_t> levels(words.size(), kNoLevel);
  const std::size_t pairs = std::max<std::size_t>(words.size(), 1) - 1;
  std::array<NgramCounts::Probe, NgramCounts::kProbeBatch> probes;
  for (std::size_t begin = 0; begin < pairs; begin += probes.size()) {
    const std::size_t end = std::min(pairs, begin + probes.size());
    for (std::size_t i = begin; i < end; ++i) {
      probes[i - begin] = counts.probe(pair_ngram(words[i].key, words[i + 1].key));
    }
    for (std::size_t i = begin; i < end; ++i) levels[i] = static_cast<std::int8_t>(counts.level(probes[i - begin]));
  }
  return levels;
}

ContextText::ContextText(const NgramCounts& counts, std::string_view article, const Text& text,
                         const Language& language) {
  words_.reserve(text.tokens.size() + 4 * text.sentences.size());
  begins_.reserve(text.sentences.size() + 1);
  for (const Sentence& sentence : text.sentences) {
    begins_.push_back(words_.size());
    append_context_words(article, text, sentence, language, words_);
  }
  begins_.push_back(words_.size());
  if (counts.size() > 0) pairs_ = pair_levels(counts, words_);
}

ContextWords ContextText::operator[](std::size_t sentence) const {
  const std::size_t begin = begins_[sentence];
  const std::size_t count = begins_[sentence + 1] - begin;
  const std::span<const std::int8_t> pairs = pairs_;
  return {std::span(words_).subspan(begin, count), pairs.empty() ? pairs : pairs.subspan(begin, count)};
}

}  // namespace calque
