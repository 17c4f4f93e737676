// What detectors ask of single tokens.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "calque/text.h"
#include "text/word_hash.h"

namespace calque {

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// All characters are a to z.
constexpr bool is_lower_word(std::string_view word) { return !word.empty() && std::ranges::all_of(word, is_lower); }

template <std::size_t N>
constexpr bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// Token::key of a folded word or a mark. Comparing keys spares a detector from reading the text of every token.
constexpr std::uint64_t key_of(std::string_view folded) {
  WordHash hash;
  for (char c : folded) hash.add(static_cast<unsigned char>(c));
  return hash.value().key;
}

// Nothing stands between the two, not even white space.
constexpr bool touch(const Token& left, const Token& right) { return left.span.end == right.span.begin; }

}  // namespace calque
