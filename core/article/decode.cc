#include "article/decode.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "article/charset.h"
#include "article/mojibake.h"
#include "base/utf8.h"

namespace calque {
namespace {

constexpr std::size_t kSampleBytes = 64 << 10;
constexpr std::size_t kCharactersPerFlaw = 20;  // fewer characters for each control or replacement: not text

struct ByteOrderMark {
  std::string_view bytes;
  std::string_view charset;
};

// Longest first: UTF-32LE begins like UTF-16LE.
constexpr std::array<ByteOrderMark, 5> kByteOrderMarks = {{{{"\xFF\xFE\0\0", 4}, "utf-32le"},
                                                           {{"\0\0\xFE\xFF", 4}, "utf-32be"},
                                                           {{"\xEF\xBB\xBF", 3}, "utf-8"},
                                                           {{"\xFF\xFE", 2}, "utf-16le"},
                                                           {{"\xFE\xFF", 2}, "utf-16be"}}};

std::string_view head_of(std::string_view bytes) { return bytes.substr(0, kSampleBytes); }

// Without short-circuit operators: see has_controls.
bool is_control(unsigned char byte) {
  const bool space = (byte == '\t') | (byte == '\n') | (byte == '\r') | (byte == '\f');
  return ((byte < 0x20) & !space) | (byte == 0x7F);
}

// How often `what` occurs in the text.
std::size_t count(std::string_view text, std::string_view what) {
  std::size_t times = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) ++times;
  return times;
}

// U+0080 to U+009F, which in UTF-8 are C2 80 to C2 9F.
std::size_t count_c1_controls(std::string_view text) {
  std::size_t times = 0;
  for (std::size_t at = text.find('\xC2'); at != std::string_view::npos; at = text.find('\xC2', at + 2)) {
    times += static_cast<unsigned char>(text[at + 1]) < 0xA0;
  }
  return times;
}

// One byte wide and without branches, so that compilers vectorise it: most texts have no control characters.
bool has_controls(std::string_view text) {
  unsigned char any = 0;
  for (const char c : text) any |= static_cast<unsigned char>(is_control(static_cast<unsigned char>(c)));
  return any != 0;
}

// `text` is valid UTF-8.
bool looks_like_text(std::string_view text) {
  std::size_t flaws = count_c1_controls(text) + count(text, kReplacement);
  if (flaws == 0 && !has_controls(text)) return true;
  std::size_t characters = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    characters += (byte & 0xC0) != 0x80;
    flaws += is_control(byte);
  }
  return flaws * kCharactersPerFlaw <= characters;
}

// More characters beyond ASCII that are valid UTF-8 than flaws: UTF-8 that was damaged or cut off.
bool mostly_utf8(std::string_view bytes) {
  std::size_t flaws = 0;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const InvalidUtf8 invalid = find_invalid_utf8(bytes, at);
    for (; at < invalid.begin; ++at) characters += (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0xC0;
    flaws += invalid.size > 0;
    at = invalid.begin + invalid.size;
  }
  return characters > flaws;
}

bool has_beyond_ascii(std::string_view bytes) {
  unsigned char any = 0;
  for (const char c : bytes) any |= static_cast<unsigned char>(c);
  return (any & 0x80) != 0;
}

// The charset by the bytes alone.
std::string found_charset(std::string_view bytes) {
  const std::string_view head = head_of(bytes);
  if (const std::string_view wide = utf16_by_nuls(head); !wide.empty()) return std::string(wide);
  if (is_valid_utf8(bytes) || mostly_utf8(head)) return "utf-8";
  return detect_charset(head);
}

bool is_disproved(std::string_view bytes, std::string_view declared) {
  const bool is_utf8 = is_valid_utf8(bytes);
  if (declared == "utf-8") return !is_utf8;
  const bool is_wide = declared.starts_with("utf-16") || declared.starts_with("utf-32");
  if (is_wide) return head_of(bytes).find('\0') == bytes.npos;
  return is_utf8 && has_beyond_ascii(bytes);
}

std::string choose_charset(std::string_view bytes, std::string_view declared, Label label) {
  std::string known = known_charset(declared);
  if (known.empty() || (label == Label::kDoubted && is_disproved(bytes, known))) return found_charset(bytes);
  return known;
}

std::size_t append_decoded(std::string_view bytes, const std::string& charset, Label label, std::string& out) {
  if (charset != "utf-8") return append_converted(bytes, charset, out);
  if (!is_valid_utf8(bytes)) {
    return label == Label::kDoubted ? append_mixed_utf8(bytes, out) : append_repaired_utf8(bytes, out);
  }
  out.append(bytes);
  return 0;
}

void undo(Decoded& decoded) {
  auto once = undo_second_encoding(decoded.text);
  if (!once) return;
  decoded.text = *std::move(once);
  decoded.charset = "utf-8 twice";
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view declared, Label label) {
  Decoded decoded;
  bool is_marked = false;
  for (const ByteOrderMark& mark : kByteOrderMarks) {
    if (bytes.substr(0, mark.bytes.size()) != mark.bytes) continue;
    is_marked = true;
    if (mark.charset != "utf-8") {
      declared = mark.charset;
      bytes.remove_prefix(mark.bytes.size());
    } else if (known_charset(declared) != "utf-8") {
      declared = "utf-8";
      bytes.remove_prefix(mark.bytes.size());
    }
    break;
  }
  decoded.charset = choose_charset(bytes, declared, is_marked ? Label::kTrue : label);

  // Only a sample at first: what is not text is not worth converting whole.
  decoded.replaced_bytes = append_decoded(head_of(bytes), decoded.charset, label, decoded.text);
  decoded.is_text = looks_like_text(decoded.text);
  if (bytes.size() > kSampleBytes && decoded.is_text) {
    decoded.text.clear();
    decoded.replaced_bytes = append_decoded(bytes, decoded.charset, label, decoded.text);
  }
  if (!decoded.is_text) decoded.text.clear();
  if (label == Label::kDoubted && decoded.charset == "utf-8") undo(decoded);
  return decoded;
}

}  // namespace calque
