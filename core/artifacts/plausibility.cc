#include "artifacts/plausibility.h"

#include <vector>

#include "artifacts/context_words.h"

namespace calque {
namespace {

struct Pairs {
  std::size_t all = 0;
  std::size_t unusual = 0;
};

bool is_plain(const ContextWord& word) {
  return word.key != kEdgeKey && word.key != kCommaKey && word.key != kNameKey && word.key != kNamesKey;
}

void count_pairs(const NgramCounts& counts, const std::vector<ContextWord>& words, Pairs& pairs) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!is_plain(words[i - 1]) || !is_plain(words[i])) continue;
    ++pairs.all;
    pairs.unusual += counts.level(pair_ngram(words[i - 1].key, words[i].key)) == kNoLevel;
  }
}

}  // namespace

double unusual_pair_share(const NgramCounts& counts, std::string_view article, const Text& text) {
  if (counts.size() == 0) return 0;
  const std::size_t step = 1 + text.words / kPlausibilityPairs;
  std::vector<ContextWord> words;
  Pairs pairs;
  for (std::size_t i = 0; i < text.sentences.size(); i += step) {
    words.clear();
    append_context_words(article, text, text.sentences[i], words);
    count_pairs(counts, words, pairs);
  }
  return pairs.all == 0 ? 0 : static_cast<double>(pairs.unusual) / static_cast<double>(pairs.all);
}

}  // namespace calque
