#include "heads/repeats.h"

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

}  // namespace

float repeat_weight(unsigned k) {
  static const std::array<float, kTabled> kWeights = first_weights();
  return k < kTabled ? kWeights[k] : static_cast<float>(std::sqrt(k) - std::sqrt(k - 1.0));
}

std::vector<float> repeat_weights(const Text& text) {
  const std::vector<Token>& tokens = text.tokens;
  std::vector<float> weights(tokens.size(), 1.0F);
  std::vector<std::uint32_t> seen(tokens.size());  // by the word's first token
  // Open addressing, at most half full: a word's first token, plus one. Not its key as well: a smaller table is cleared
  // sooner and stays in the nearest cache.
  std::vector<std::uint32_t> firsts(std::bit_ceil(tokens.size() * 2 + 1));
  const std::size_t mask = firsts.size() - 1;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    std::size_t at = tokens[i].key & mask;
    while (firsts[at] != 0 && tokens[firsts[at] - 1].key != tokens[i].key) at = (at + 1) & mask;
    if (firsts[at] == 0) {
      firsts[at] = i + 1;
      seen[i] = 1;
    } else {
      weights[i] = repeat_weight(++seen[firsts[at] - 1]);
    }
  }
  return weights;
}

}  // namespace calque
