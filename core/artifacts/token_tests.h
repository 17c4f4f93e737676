// Tests of single tokens, for detectors.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "base/ascii.h"
#include "base/word_hash.h"
#include "calque/text.h"

namespace calque {

template <std::size_t N>
constexpr bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// Whether nothing is between the two, not even white space.
constexpr bool touch(const Token& left, const Token& right) { return left.span.end == right.span.begin; }

}  // namespace calque
