#include "report/screen.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <utility>

#include "calque/report.h"

namespace calque {
namespace {

constexpr UChar32 kZeroWidthNonJoiner = 0x200C;
constexpr UChar32 kZeroWidthJoiner = 0x200D;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

bool must_be_escaped(UChar32 character) {
  const auto type = u_charType(character);
  if (type == U_FORMAT_CHAR) return character != kZeroWidthJoiner && character != kZeroWidthNonJoiner;
  return type == U_CONTROL_CHAR || type == U_SURROGATE;
}

unsigned columns_of(UChar32 character) {
  const auto type = u_charType(character);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const auto hangul = u_getIntPropertyValue(character, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO) return 0;  // drawn over the jamo before them
  const auto width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::string escape_of(UChar32 character) {
  if (character <= 0xFF) return fmt::format("\\x{:02x}", character);
  return character <= 0xFFFF ? fmt::format("\\u{:04x}", character) : fmt::format("\\U{:08x}", character);
}

}  // namespace

Glyph read_glyph(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  const auto left = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, U8_MAX_LENGTH));
  std::int32_t length = 0;
  UChar32 character = 0;
  U8_NEXT(bytes, length, left, character);
  const auto size = static_cast<std::uint32_t>(length);
  if (character < 0) return {std::string(kReplacement), 1, size, false};
  if (u_isUWhiteSpace(character)) return {std::string(1, ' '), 1, size, true};
  if (must_be_escaped(character)) {
    std::string escape = escape_of(character);
    const auto columns = static_cast<unsigned>(escape.size());
    return {std::move(escape), columns, size, false};
  }
  return {std::string(text.substr(at, size)), columns_of(character), size, false};
}

std::string screen_text(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = read_glyph(text, at);
    shown += glyph.shown;
    at += glyph.size;
  }
  return shown;
}

unsigned screen_columns(std::string_view text) {
  unsigned columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = read_glyph(text, at);
    columns += glyph.columns;
    at += glyph.size;
  }
  return columns;
}

std::string screen_cell(std::string_view text, unsigned columns) {
  std::string shown;
  unsigned used = 0;
  std::size_t kept = 0;  // bytes of `shown` that leave room for the ellipsis
  unsigned kept_columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = read_glyph(text, at);
    if (used + glyph.columns > columns) {
      shown.resize(kept);
      return shown + std::string(kEllipsis) + std::string(columns - kept_columns - 1, ' ');
    }
    shown += glyph.shown;
    used += glyph.columns;
    at += glyph.size;
    if (used < columns) {
      kept = shown.size();
      kept_columns = used;
    }
  }
  return shown + std::string(columns - used, ' ');
}

Palette::Palette(bool color) {
  if (!color) return;
  reset = "\x1b[0m";
  bold = "\x1b[1m";
  dim = "\x1b[2m";
  minor = "\x1b[4;33m";
  major = "\x1b[4;31m";
  good = "\x1b[32m";
  bad = "\x1b[1;31m";
}

std::string safe_for_terminal(std::string_view text) { return screen_text(text); }

}  // namespace calque
