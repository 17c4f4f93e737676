// UTF-8. Invalid bytes are found and replaced as Unicode recommends (chapter 3.9: one U+FFFD per maximal subpart).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace calque {

// The byte is not a character's first.
constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The first byte at or after `at` that is not ASCII; the size if all are.
std::size_t skip_ascii(std::string_view bytes, std::size_t at);

// The size of the character at the start of `bytes`, which are not empty; 0 if it is invalid.
std::size_t valid_character_size(std::string_view bytes);

bool is_valid_utf8(std::string_view bytes);

// A maximal subpart of an ill-formed sequence: 1 to 3 bytes.
struct InvalidUtf8 {
  std::size_t begin;
  std::size_t size;  // 0: nothing invalid up to the end
};

// The first invalid subpart at or after `from`, which must not be inside a character.
InvalidUtf8 find_invalid_utf8(std::string_view bytes, std::size_t from);

// Appends `bytes` with each maximal subpart replaced by U+FFFD. Returns how many bytes were replaced.
std::size_t append_repaired_utf8(std::string_view bytes, std::string& out);

// Overwrites each invalid byte with '?', so that offsets stay as they are.
void mask_invalid_utf8(std::string& bytes);

// Appends one code point, which must be a scalar value.
void append_utf8(char32_t code_point, std::string& out);

inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

}  // namespace calque
