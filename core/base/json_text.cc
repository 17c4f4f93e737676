#include "base/json_text.h"

#include <unicode/utf8.h>

#include <array>
#include <charconv>
#include <cmath>

namespace calque {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

constexpr std::array<bool, 256> make_plain() {
  std::array<bool, 256> plain{};
  for (unsigned byte = 0x20; byte < 0x80; ++byte) plain[byte] = byte != '"' && byte != '\\';
  return plain;
}
constexpr std::array<bool, 256> kPlain = make_plain();

// The length of the UTF-8 sequence at the start of `text`, 0 when there is none.
std::size_t sequence_length(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size() < U8_MAX_LENGTH ? text.size() : U8_MAX_LENGTH);
  std::int32_t length = 0;
  UChar32 character = 0;
  U8_NEXT(bytes, length, size, character);
  return character < 0 ? 0 : static_cast<std::size_t>(length);
}

void append_escape(unsigned char byte, std::string& out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
  }
}

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  std::size_t copied = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t length = kPlain[byte] ? 1 : byte < 0x80 ? 0 : sequence_length(text.substr(at));
    if (length > 0) {
      at += length;
      continue;
    }
    out.append(text, copied, at - copied);
    if (byte < 0x80) {
      append_escape(byte, out);
    } else {
      out += kReplacement;
    }
    copied = ++at;
  }
  out.append(text, copied);
  out += '"';
}

void append_json_string_or_null(std::string_view text, std::string& out) {
  if (text.empty()) {
    out += "null";
  } else {
    append_json_string(text, out);
  }
}

void append_json_integer(std::uint64_t value, std::string& out) {
  std::array<char, 20> digits;
  out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

void append_json_decimal(std::optional<double> value, int decimals, std::string& out) {
  std::array<char, 400> digits;  // the largest double has 309 digits before the point
  if (!value || !std::isfinite(*value)) {
    out += "null";
    return;
  }
  const double positive_zero = *value == 0 ? 0.0 : *value;
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), positive_zero, std::chars_format::fixed, decimals);
  out.append(digits.data(), end.ptr);
}

}  // namespace calque
