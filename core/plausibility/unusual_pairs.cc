#include "plausibility/unusual_pairs.h"

namespace calque {
namespace {

struct Pairs {
  std::size_t all = 0;
  std::size_t unusual = 0;
};

bool is_plain(const ContextWord& word) {
  return word.key != kEdgeKey && word.key != kCommaKey && word.key != kNameKey && word.key != kNamesKey;
}

void count_pairs(const ContextWords& sentence, Pairs& pairs) {
  for (std::size_t i = 0; i + 1 < sentence.pairs.size(); ++i) {
    if (!is_plain(sentence.words[i]) || !is_plain(sentence.words[i + 1])) continue;
    ++pairs.all;
    pairs.unusual += sentence.pairs[i] == kNoLevel;
  }
}

}  // namespace

double unusual_pair_share(const Text& text, const ContextText& context) {
  const std::size_t step = 1 + text.words / kSampledPairs;
  Pairs pairs;
  for (std::size_t i = 0; i < context.size(); i += step) count_pairs(context[i], pairs);
  return pairs.all == 0 ? 0 : static_cast<double>(pairs.unusual) / static_cast<double>(pairs.all);
}

}  // namespace calque
