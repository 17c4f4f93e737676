// Folding, one character at a time, for scanners that fold as they read.
#pragma once

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>

namespace calque {

// What an ASCII letter or digit folds to; 0 for every other byte.
constexpr std::array<unsigned char, 256> make_ascii_fold() {
  std::array<unsigned char, 256> fold{};
  for (int c = '0'; c <= '9'; ++c) fold[c] = '0';
  for (int c = 'a'; c <= 'z'; ++c) fold[c] = fold[c - 'a' + 'A'] = static_cast<unsigned char>(c);
  return fold;
}
inline constexpr std::array<unsigned char, 256> kAsciiFold = make_ascii_fold();

inline UChar32 fold_code_point(UChar32 c) {
  constexpr UChar32 kRightQuote = 0x2019;
  constexpr UChar32 kModifierApostrophe = 0x02BC;
  if (c == kRightQuote || c == kModifierApostrophe) return '\'';
  return u_isdigit(c) ? '0' : u_tolower(c);
}

// Feeds the UTF-8 of the folded `c` to `sink`, byte by byte.
template <typename Sink>
void fold_character(UChar32 c, Sink&& sink) {
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
  int length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, fold_code_point(c));
  for (int i = 0; i < length; ++i) sink(bytes[i]);
}

}  // namespace calque
