#include "base/json_text.h"

#include <array>
#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace calque {
namespace {

constexpr std::array<bool, 256> make_plain() {
  std::array<bool, 256> plain{};
  for (unsigned byte = 0x20; byte < 0x80; ++byte) plain[byte] = byte != '"' && byte != '\\';
  return plain;
}
constexpr std::array<bool, 256> kPlain = make_plain();

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
    const std::size_t length = kPlain[byte] ? 1 : byte < 0x80 ? 0 : valid_character_size(text.substr(at));
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
