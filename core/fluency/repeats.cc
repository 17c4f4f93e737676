#include "fluency/repeats.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace calque {
namespace {

constexpr unsigned kTabled = 256;

std::array<float, kTabled> first_weights() {
  std::array<float, kTabled> weights{};
  for (unsigned k = 1; k < kTabled; ++k) weights[k] = static_cast<float>(std::sqrt(k) - std::sqrt(k - 1));
  return weights;
}

struct Count {
  std::uint64_t key = 0;
  unsigned seen = 0;
};

}  // namespace

float repeat_weight(unsigned k) {
  static const std::array<float, kTabled> kWeights = first_weights();
  return k < kTabled ? kWeights[k] : static_cast<float>(std::sqrt(k) - std::sqrt(k - 1.0));
}

std::vector<float> repeat_weights(const Text& text) {
  std::vector<float> weights(text.tokens.size(), 1.0F);
  std::vector<Count> counts(std::bit_ceil(text.tokens.size() * 2 + 1));  // open addressing, at most half full
  const std::size_t mask = counts.size() - 1;
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    const Token& token = text.tokens[i];
    std::size_t at = token.key & mask;
    while (counts[at].seen != 0 && counts[at].key != token.key) at = (at + 1) & mask;
    counts[at].key = token.key;
    weights[i] = repeat_weight(++counts[at].seen);
  }
  return weights;
}

}  // namespace calque
