#include "feed/sniff.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/ascii.h"
#include "feed/arc.h"
#include "feed/csv_sniff.h"
#include "feed/cutter.h"
#include "feed/json_sniff.h"
#include "feed/markup_sniff.h"
#include "feed/not_text.h"
#include "feed/suffix.h"
#include "feed/warc.h"

namespace calque {
namespace {

std::string_view without_mark(std::string_view bytes) {
  return bytes.starts_with(kUtf8Mark) ? bytes.substr(kUtf8Mark.size()) : bytes;
}

// From the first character that is not white space, after a byte order mark.
std::string_view trimmed(std::string_view bytes) {
  bytes = without_mark(bytes);
  return bytes.substr(std::min(bytes.find_first_not_of(kBlanks), bytes.size()));
}

std::optional<FeedFormat> by_content(const Beginning& beginning, std::string_view text) {
  if (text.empty()) return FeedFormat::kJsonl;  // without records
  if (begins_warc_record(text) || begins_arc(text)) return FeedFormat::kWarc;
  if (const auto json = sniff_json(text, beginning.is_whole, suffix_of(beginning.path))) return json;
  if (const auto markup = sniff_markup(text, suffix_of(beginning.path))) return markup;
  return sniff_csv(text, beginning.is_whole, beginning.column, suffix_of(beginning.path));
}

// Lines with equally many tabs or bars belong to a table.
bool looks_like_table(std::string_view text) {
  constexpr std::ptrdiff_t kLeastRows = 4;
  for (const char mark : {'\t', '|'}) {
    const std::ptrdiff_t least_marks = mark == '\t' ? 1 : 2;
    std::ptrdiff_t rows = 0;
    std::string_view rest = text;
    std::ptrdiff_t before = -1;
    for (std::ptrdiff_t i = 0; i < kLeastRows && !rest.empty(); ++i) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::ptrdiff_t marks = std::ranges::count(rest.substr(0, end), mark);
      rows += marks >= least_marks && (before < 0 || marks == before);
      before = marks;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (rows == kLeastRows) return true;
  }
  return false;
}

// What else the text may be, if it was taken for one article.
std::string doubt_of(const Beginning& beginning, std::string_view text) {
  const std::string suffix = suffix_of(beginning.path);
  for (const std::string_view name : {"json", "warc", "arc", "xml", "rss", "atom", "csv", "tsv", "wet"}) {
    if (suffix == name) return "what its name says, " + suffix;
  }
  if (text.starts_with("[") && text.find("{\"") != std::string_view::npos) return "JSON";
  if (const std::string_view root = xml_root(text); !root.empty())
    return "XML of another kind, <" + std::string(root.substr(0, 40)) + ">";
  if (text.starts_with("HTTP/1.")) return "an HTTP message";
  if (has_json_lines(text)) return "JSONL";
  const bool is_table = looks_like_table(text) || looks_like_rows(text, beginning.is_whole);
  return is_table ? "a table without a header" : "";
}

}  // namespace

std::optional<Utf16> utf16_of(std::string_view bytes) {
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return std::nullopt;  // UTF-32
  if (bytes.starts_with("\xFF\xFE")) return Utf16::kLittleEndian;
  if (bytes.starts_with("\xFE\xFF")) return Utf16::kBigEndian;
  // ASCII has a NUL in every unit, and hardly any character a low byte of 0.
  constexpr std::size_t kSample = 512;
  const std::string_view sample = bytes.substr(0, std::min(bytes.size(), kSample) / 2 * 2);
  std::array<std::size_t, 2> nuls = {0, 0};  // at even and odd offsets
  for (std::size_t i = 0; i < sample.size(); ++i) nuls[i % 2] += sample[i] == '\0';
  const std::size_t units = sample.size() / 2;
  const auto mostly = [&](std::size_t many, std::size_t few) { return many * 10 >= units * 7 && few * 20 <= units; };
  if (units >= 2 && mostly(nuls[1], nuls[0])) return Utf16::kLittleEndian;
  if (units >= 2 && mostly(nuls[0], nuls[1])) return Utf16::kBigEndian;
  return std::nullopt;
}

bool has_returns_only(std::string_view bytes) {
  const std::size_t at = bytes.find('\r');
  return at != std::string_view::npos && at + 1 < bytes.size() && bytes.find('\n') == std::string_view::npos;
}

bool is_certain(std::string_view bytes) {
  if (!binary_name(bytes).empty()) return true;
  if (utf16_of(bytes)) return false;
  const std::string_view text = trimmed(bytes);
  return begins_warc_record(text) || begins_arc(text) || is_certain_json(text);
}

Sniffed sniff(const Beginning& beginning) {
  Sniffed sniffed;
  sniffed.refusal = binary_name(beginning.bytes);
  if (!sniffed.refusal.empty()) return sniffed;
  const std::string_view text = trimmed(beginning.bytes);
  if (const auto format = by_content(beginning, text)) {
    sniffed.format = *format;
    return sniffed;
  }
  const bool is_utf32 = beginning.bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4)) ||
                        beginning.bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4));
  if (is_binary(beginning.bytes) && !is_utf32) {
    sniffed.refusal = "binary data, no text";
  } else {
    sniffed.doubt = doubt_of(beginning, text);
  }
  return sniffed;
}

}  // namespace calque
