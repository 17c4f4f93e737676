#include "heads/repeats.h"

#include <array>
#include <cmath>
#include <cstdint>

#include "base/key_table.h"

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
  // A table as in key_table.h, but a cell is a word's first token, plus one. Without the key, the table is smaller: it
  // is cleared faster and stays in the nearest cache.
  std::vector<std::uint32_t> firsts(cells_for(tokens.size()));
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const auto ends_at = [&](std::size_t at) { return firsts[at] == 0 || tokens[firsts[at] - 1].key == tokens[i].key; };
    const std::size_t at = probe_cells(tokens[i].key, firsts.size(), ends_at);
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
