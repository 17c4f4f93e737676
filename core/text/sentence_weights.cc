#include "text/sentence_weights.h"

#include <algorithm>
#include <numeric>

namespace calque {

std::vector<double> sentence_weights(const Text& text) {
  std::vector<double> weights;
  weights.reserve(text.sentences.size());
  for (const Sentence& sentence : text.sentences) {
    const auto words = std::ranges::count_if(text.tokens_of(sentence),
                                             [](const Token& token) { return token.kind != TokenKind::kPunctuation; });
    weights.push_back(static_cast<double>(std::max<std::ptrdiff_t>(1, words)));
  }
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& weight : weights) weight /= total;
  return weights;
}

}  // namespace calque
