#include "base/json_string.h"

#include <array>

#include "base/utf8.h"

namespace calque {
namespace {

std::optional<char32_t> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

// The code unit of a "\uXXXX" at `at`.
std::optional<char32_t> code_unit(std::string_view body, std::size_t at) {
  if (at + 6 > body.size() || body[at] != '\\' || body[at + 1] != 'u') return std::nullopt;
  char32_t unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const auto digit = hex_digit(body[i]);
    if (!digit) return std::nullopt;
    unit = unit * 16 + *digit;
  }
  return unit;
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

struct Escape {
  char32_t code_point;
  std::size_t size;  // in the body
  bool lone_surrogate = false;
};

std::optional<Escape> unicode_escape(std::string_view body, std::size_t at) {
  const auto first = code_unit(body, at);
  if (!first) return std::nullopt;
  if (is_high_surrogate(*first)) {
    const auto second = code_unit(body, at + 6);
    if (second && is_low_surrogate(*second)) {
      return Escape{0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00), 12};
    }
  }
  if (is_high_surrogate(*first) || is_low_surrogate(*first)) return Escape{0xFFFD, 6, true};
  return Escape{*first, 6};
}

// What the escapes of one letter stand for; 0: there is none with this letter.
constexpr std::array<char, 256> make_short_escapes() {
  constexpr std::string_view kNames = "\"\\/bfnrt";
  constexpr std::string_view kValues = "\"\\/\b\f\n\r\t";
  std::array<char, 256> escapes{};
  for (std::size_t i = 0; i < kNames.size(); ++i) escapes[static_cast<unsigned char>(kNames[i])] = kValues[i];
  return escapes;
}
constexpr std::array<char, 256> kShortEscapes = make_short_escapes();

}  // namespace

std::string_view string_body(std::string_view json) {
  std::size_t quote = json.find('"');
  for (std::size_t at = 0;;) {
    // Stop at the quote: otherwise a record of many short strings would be searched to its end for each of them.
    const std::size_t backslash = json.substr(0, quote).find('\\', at);
    if (backslash == std::string_view::npos) return json.substr(0, quote);
    at = backslash + 2;  // after the escaped character
    if (at > quote) quote = json.find('"', at);
  }
}

std::optional<std::size_t> append_unescaped(std::string_view body, std::string& out) {
  out.reserve(out.size() + body.size());  // no escape is shorter than what it stands for
  std::size_t lone_surrogates = 0;
  for (std::size_t at = 0;;) {
    const std::size_t backslash = body.find('\\', at);
    out.append(body.substr(at, backslash - at));
    if (backslash == std::string_view::npos) return lone_surrogates;
    if (backslash + 1 == body.size()) return std::nullopt;
    if (const char value = kShortEscapes[static_cast<unsigned char>(body[backslash + 1])]; value != 0) {
      out.push_back(value);
      at = backslash + 2;
      continue;
    }
    const auto escape = unicode_escape(body, backslash);
    if (!escape) return std::nullopt;
    append_utf8(escape->code_point, out);
    lone_surrogates += escape->lone_surrogate;
    at = backslash + escape->size;
  }
}

}  // namespace calque
