#include "article/blocks.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "base/ascii.h"
#include "base/utf8.h"

namespace calque {
namespace {

bool is_space(UChar32 c) { return u_isUWhiteSpace(c) || c == 0x200B || c == 0xFEFF; }
bool is_ascii_space(unsigned char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::uint32_t skip_space(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  while (at < end) {
    if (bytes[at] < 0x80) {
      if (!is_ascii_space(bytes[at])) return at;
      ++at;
      continue;
    }
    std::uint32_t next = at;
    UChar32 c;
    U8_NEXT_UNSAFE(bytes, next, c);
    if (!is_space(c)) return at;
    at = next;
  }
  return at;
}

std::uint32_t skip_space_back(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  while (at > begin) {
    if (bytes[at - 1] < 0x80) {
      if (!is_ascii_space(bytes[at - 1])) return at;
      --at;
      continue;
    }
    std::uint32_t previous = at;
    UChar32 c;
    U8_PREV_UNSAFE(bytes, previous, c);
    if (!is_space(c)) return at;
    at = previous;
  }
  return at;
}

constexpr std::size_t kUsualLines = 32;  // most articles have fewer

// A line that is not blank.
struct Line {
  Span span;                  // trimmed
  bool indented;              // white space before it
  bool follows_blank;         // a blank line or nothing is before it
  std::uint32_t columns = 0;  // code points; filled in by measure()
};

// The next byte that may begin a line separator: LF, VT, FF, CR, or not ASCII. Checks eight bytes at once.
std::uint32_t next_candidate(std::string_view text, std::uint32_t at) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighBits = 0x80 * kOnes;
  for (std::uint64_t word; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    const std::uint64_t below_so = (word - 0x0E * kOnes) & ~word;  // its high bits: bytes below 0x0E, the first exactly
    if ((below_so | word) & kHighBits) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) - 0x0EU < 0x80U - 0x0EU) ++at;
  return at;
}

// The length of the line separator at `at`; 0 if there is none. U+0085 is C2 85, U+2028 and U+2029 are E2 80 A8 and A9.
std::uint32_t separator_size(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte == '\r' && at + 1 < text.size() && text[at + 1] == '\n') return 2;
  if (byte < 0x80) return byte >= '\n' && byte <= '\r' ? 1 : 0;
  if (byte == 0xC2) return text[at + 1] == '\x85' ? 2 : 0;
  return byte == 0xE2 && text[at + 1] == '\x80' && (text[at + 2] == '\xA8' || text[at + 2] == '\xA9') ? 3 : 0;
}

// True when every line separator is a line feed: each other one ends in a byte that most English texts do not have.
bool has_only_line_feeds(std::string_view text) {
  constexpr std::string_view kOtherEnds = "\v\f\r\x85\xA8\xA9";
  return std::ranges::none_of(kOtherEnds, [&](char end) { return text.find(end) != std::string_view::npos; });
}

// The first line separator at or after `at`; the text's size if there is none.
std::uint32_t find_separator(std::string_view text, std::uint32_t at, bool only_line_feeds) {
  if (only_line_feeds) return static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size()));
  at = next_candidate(text, at);
  while (at < text.size() && separator_size(text, at) == 0) at = next_candidate(text, at + 1);
  return at;
}

std::vector<Line> find_lines(std::string_view text) {
  std::vector<Line> lines;
  lines.reserve(kUsualLines);
  bool follows_blank = true;
  const bool only_line_feeds = has_only_line_feeds(text);
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t begin = 0; begin < size;) {
    const std::uint32_t end = find_separator(text, begin, only_line_feeds);
    const Span span = trimmed(text, {begin, end});
    if (!span.empty()) lines.push_back({span, span.begin > begin, follows_blank});
    follows_blank = span.empty();
    begin = end < size ? end + separator_size(text, end) : size;
  }
  return lines;
}

std::uint32_t count_columns(std::string_view line) {
  return static_cast<std::uint32_t>(
      std::count_if(line.begin(), line.end(), [](char c) { return !is_continuation(c); }));
}

bool ends_sentence(std::string_view line) {
  while (!line.empty() && (line.back() == '"' || line.back() == '\'' || line.back() == ')')) line.remove_suffix(1);
  for (const std::string_view quote : {"\xE2\x80\x9D", "\xE2\x80\x99"}) {
    if (line.size() >= 3 && line.substr(line.size() - 3) == quote) line.remove_suffix(3);
  }
  return !line.empty() && std::string_view(".!?:").find(line.back()) != std::string_view::npos;
}

bool starts_in_lower_case(std::string_view line) { return is_lower(line[0]); }

// Hard-wrapped text: filled line by line up to a width, as mail and agency wires were. It has two signs, and both are
// needed. Lines break in the middle of sentences (the line ends without a full stop, the next begins in lower case),
// and no such line had room for the next line's first word. Lists, verse and headings lack the second sign, files with
// one sentence per line the first. When in doubt, a line end ends a block: splitting a sentence is a smaller error than
// joining two.
class Wrapping {
 public:
  Wrapping(std::string_view text, std::vector<Line>& lines) : text_(text), lines_(lines) {
    if (may_be_wrapped()) measure();
  }

  // Whether lines_[i] continues the line before it.
  bool continues(std::size_t i) const {
    if (width_ == 0 || lines_[i].follows_blank) return false;
    if (lines_[i].indented && !lines_[i - 1].indented) return false;
    return is_full(i - 1) || breaks_sentence(i - 1);
  }

 private:
  static constexpr std::uint32_t kMostColumns = 100;
  static constexpr std::uint32_t kLeastColumns = 40;
  static constexpr std::size_t kLeastBreaks = 3;                 // sentences that go over a line end
  static constexpr std::uint32_t kMostBytes = 4 * kMostColumns;  // UTF-8 has at most four for a code point

  // A cheap test: in most scraped text, blank lines separate all paragraphs, or one of them is too long.
  bool may_be_wrapped() const {
    std::size_t pairs = 0;
    for (const Line& line : lines_) {
      if (line.follows_blank) continue;
      if (line.span.size() > kMostBytes) return false;
      ++pairs;
    }
    return pairs >= kLeastBreaks;
  }

  void measure() {
    for (Line& line : lines_) line.columns = count_columns(line.span.of(text_));
    std::uint32_t longest = 0;
    std::size_t pairs = 0;
    for_each_pair([&](std::size_t i) {
      ++pairs;
      longest = std::max({longest, lines_[i].columns, lines_[i + 1].columns});
    });
    if (longest < kLeastColumns || longest > kMostColumns) return;
    width_ = longest;
    std::size_t breaks = 0;
    std::size_t full_breaks = 0;
    for_each_pair([&](std::size_t i) {
      if (!breaks_sentence(i)) return;
      ++breaks;
      full_breaks += is_full(i);
    });
    const bool wrapped = breaks >= kLeastBreaks && breaks * 2 >= pairs && full_breaks * 10 >= breaks * 9;
    if (!wrapped) width_ = 0;
  }

  // Lines i and i + 1 with no blank line between them.
  template <class Visit>
  void for_each_pair(Visit visit) const {
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!lines_[i + 1].follows_blank) visit(i);
    }
  }

  bool breaks_sentence(std::size_t i) const {
    return !ends_sentence(lines_[i].span.of(text_)) && starts_in_lower_case(lines_[i + 1].span.of(text_));
  }

  // No room in line i for the first word of the next one.
  bool is_full(std::size_t i) const {
    const std::string_view next = lines_[i + 1].span.of(text_);
    return lines_[i].columns + 1 + count_columns(next.substr(0, next.find(' '))) > width_;
  }

  std::string_view text_;
  std::vector<Line>& lines_;
  std::uint32_t width_ = 0;  // columns; 0: not hard-wrapped
};

}  // namespace

Span trimmed(std::string_view text, Span span) {
  span.begin = skip_space(text, span.begin, span.end);
  span.end = skip_space_back(text, span.begin, span.end);
  return span;
}

std::vector<Block> find_blocks(std::string_view text) {
  std::vector<Line> lines = find_lines(text);
  const Wrapping wrapping(text, lines);
  std::vector<Block> blocks;
  blocks.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (wrapping.continues(i)) {
      blocks.back().span.end = lines[i].span.end;
    } else {
      blocks.push_back({lines[i].span, BlockKind::kParagraph});
    }
  }
  return blocks;
}

}  // namespace calque
