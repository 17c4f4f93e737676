#include "article/mojibake.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "article/windows1252.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace calque {
namespace {

constexpr std::size_t kLeastSequences = 2;

bool is_beyond_ascii(char c) { return (c & 0x80) != 0; }

// The byte that a character has in windows-1252; nothing when it has none.
std::optional<char> byte_of(char32_t character) {
  const auto wide = std::ranges::find(kWindows1252, static_cast<std::uint16_t>(character));
  if (character < 0x10000 && wide != kWindows1252.end()) return static_cast<char>(0x80 + (wide - kWindows1252.begin()));
  if (character >= 0xA0 && character <= 0xFF) return static_cast<char>(character);
  return std::nullopt;
}

// A closing quotation mark lost its last byte, which windows-1252 does not have, to the second encoding.
bool is_cut_quote(std::string_view bytes) { return bytes.ends_with("\xE2\x80"); }

// `run` holds characters beyond ASCII only. As it was before; nothing when it was not encoded twice.
std::optional<std::string> once_encoded(std::string_view run) {
  std::string bytes;
  for (std::size_t at = 0; at < run.size();) {
    UChar32 character;
    U8_NEXT_UNSAFE(run.data(), at, character);
    if (character == 0xFFFD && is_cut_quote(bytes)) {
      bytes.push_back('\x9D');
      continue;
    }
    const std::optional<char> byte = byte_of(static_cast<char32_t>(character));
    if (!byte) return std::nullopt;
    bytes.push_back(*byte);
  }
  return is_valid_utf8(bytes) ? std::optional(std::move(bytes)) : std::nullopt;
}

bool is_pasted(std::string_view bytes, std::size_t at) {
  const auto byte = static_cast<unsigned char>(bytes[at]);
  if (byte >= 0x80 && byte < 0xA0) return kWindows1252[byte - 0x80] >= 0xA0;
  // E2 begins all quotation marks and dashes of UTF-8: it is probably one that was cut off, not a letter.
  const bool is_small_letter = byte >= 0xE0 && byte != 0xE2 && byte != 0xF7;
  return is_small_letter && at > 0 && is_ascii_letter(bytes[at - 1]);
}

void append_windows1252(char c, std::string& out) {
  const auto byte = static_cast<unsigned char>(c);
  append_utf8(byte < 0xA0 ? kWindows1252[byte - 0x80] : byte, out);
}

}  // namespace

std::optional<std::string> undo_second_encoding(std::string_view text) {
  // What UTF-8's first bytes C2, C3 and E2 become.
  const auto has = [&](std::string_view what) { return text.find(what) != text.npos; };
  if (!has("\u00C2") && !has("\u00C3") && !has("\u00E2\u20AC")) return std::nullopt;
  std::string out;
  std::size_t sequences = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    const auto begin = static_cast<std::size_t>(std::ranges::find_if(rest, is_beyond_ascii) - rest.begin());
    const auto run = rest.substr(begin);
    const auto size = static_cast<std::size_t>(std::ranges::find_if_not(run, is_beyond_ascii) - run.begin());
    out.append(rest.substr(0, begin));
    at += begin + size;
    if (size == 0) continue;
    const std::optional<std::string> once = once_encoded(run.substr(0, size));
    if (!once) return std::nullopt;
    out.append(*once);
    ++sequences;
  }
  return sequences >= kLeastSequences ? std::optional(std::move(out)) : std::nullopt;
}

std::size_t append_mixed_utf8(std::string_view bytes, std::string& out) {
  std::size_t replaced = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const InvalidUtf8 invalid = find_invalid_utf8(bytes, at);
    out.append(bytes.substr(at, invalid.begin - at));
    at = invalid.begin + invalid.size;
    if (invalid.size == 0) break;
    if (invalid.size == 1 && is_pasted(bytes, invalid.begin)) {
      append_windows1252(bytes[invalid.begin], out);
    } else {
      out.append(kReplacement);
      replaced += invalid.size;
    }
  }
  return replaced;
}

}  // namespace calque
