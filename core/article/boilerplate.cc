#include "article/boilerplate.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "article/page_words.h"
#include "base/ascii.h"

namespace calque {
namespace {

constexpr std::size_t kMostStarWords = 8;
constexpr std::size_t kMostHeadingBytes = 120;
// A block with this many words that ends like a sentence is prose, and so is any with more than PageWords::kMostWords.
constexpr std::size_t kLeastSentenceWords = 6;

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool word_matches(std::string_view pattern, std::string_view word, const PageFurniture& furniture) {
  if (pattern == "#") return is_number(word);
  if (pattern == "$") return furniture.is_network(word);
  return pattern == word;
}

bool words_match(std::span<const std::string_view> pattern, const PageWords& words, std::size_t at,
                 const PageFurniture& furniture) {
  for (; !pattern.empty(); pattern = pattern.subspan(1), ++at) {
    if (pattern[0] == "**") return true;
    if (is_star(pattern[0])) {
      const std::size_t last = std::min(at + kMostStarWords, words.size());
      for (std::size_t next = at + (pattern[0] == "+" ? 1 : 0); next <= last; ++next) {
        if (words_match(pattern.subspan(1), words, next, furniture)) return true;
      }
      return false;
    }
    if (at >= words.size() || !word_matches(pattern[0], words[at], furniture)) return false;
  }
  return at == words.size() && !words.cut_off();
}

bool ends_like_sentence(std::string_view block) {
  for (const std::string_view quote : {"\u201D", "\u2019", "\"", "'", ")"}) {
    if (block.size() > quote.size() && block.substr(block.size() - quote.size()) == quote) {
      block.remove_suffix(quote.size());
    }
  }
  if (block.size() >= 3 && block.substr(block.size() - 3) == "...") return false;
  return !block.empty() && std::string_view(".!?").find(block.back()) != std::string_view::npos;
}

PagePart match(std::span<const PagePattern> patterns, const PageWords& words, bool is_sentence,
               const PageFurniture& furniture) {
  PagePart best = PagePart::kNone;
  for (const PagePattern& pattern : patterns) {
    if (is_sentence && !pattern.may_end_like_sentence) continue;
    if (!words_match(pattern.words, words, 0, furniture)) continue;
    if (pattern.part != PagePart::kEdge) return pattern.part;
    best = PagePart::kEdge;
  }
  return best;
}

// Whether `block` ends in `word`, in lower case, with at most two more bytes after it: a full stop, a bracket.
bool ends_in(std::string_view block, std::string_view word) {
  constexpr std::size_t kMarks = 2;
  const std::string_view tail = block.substr(block.size() - std::min(block.size(), word.size() + kMarks));
  const auto is_same = [](char c, char lower) { return to_lower(c) == lower; };
  return std::search(tail.begin(), tail.end(), word.begin(), word.end(), is_same) != tail.end();
}

// Copyright notices begin with a name, which cannot be indexed: their patterns begin with "+".
bool may_be_notice(std::string_view block, const PageFurniture& furniture) {
  if (block.size() > kMostHeadingBytes) return false;
  const auto is_held = [&](std::string_view word) { return block.find(word) != std::string_view::npos; };
  return std::ranges::any_of(furniture.notices(), is_held) ||
         std::ranges::any_of(furniture.notice_ends(), [&](std::string_view word) { return ends_in(block, word); });
}

// The patterns that a block whose first word is `word` may match.
std::array<std::span<const PagePattern>, 4> lists_for(std::string_view word, std::string_view block,
                                                      const PageFurniture& furniture) {
  const auto where = [&](bool is_so, std::string_view sign) {
    return is_so ? furniture.starting_with(sign) : std::span<const PagePattern>();
  };
  return {furniture.starting_with(word), where(is_number(word), "#"),
          where(block.size() <= kMostHeadingBytes && furniture.is_network(word), "$"),
          where(may_be_notice(block, furniture), "+")};
}

// What kind of pattern the block matches. Most blocks are paragraphs, and their first word decides.
PagePart match(std::string_view block, const PageFurniture& furniture) {
  const PageWords first(block, 1);
  if (first.size() == 0) return PagePart::kNone;
  const auto lists = lists_for(first[0], block, furniture);
  if (std::ranges::all_of(lists, [](const auto& list) { return list.empty(); })) return PagePart::kNone;
  const PageWords words(block);
  const bool is_sentence = ends_like_sentence(block);
  PagePart best = PagePart::kNone;
  for (const auto& list : lists) {
    const PagePart part = match(list, words, is_sentence, furniture);
    if (part != PagePart::kNone && (best == PagePart::kNone || best == PagePart::kEdge)) best = part;
  }
  return best;
}

bool is_prose(std::string_view block) {
  if (!ends_like_sentence(block)) return PageWords(block).cut_off();
  const PageWords words(block, kLeastSentenceWords);
  return words.cut_off() || words.size() == kLeastSentenceWords;
}

// "Home | News | Sport": three parts or more, at least two of them menu entries and none longer than three words.
bool is_menu_line(std::string_view block, const PageFurniture& furniture) {
  if (block.size() > kMostHeadingBytes * 2) return false;
  std::size_t parts = 0;
  std::size_t entries = 0;
  while (!block.empty()) {
    std::size_t end = block.size();
    std::size_t size = 0;
    for (const std::string_view separator : {"|", ">", "/", "\u203A", "\u00BB", "\u2022", "\u00B7"}) {
      const std::size_t found = block.find(separator);
      if (found < end) end = found, size = separator.size();
    }
    const PageWords words(block.substr(0, end));
    if (words.size() > 3) return false;
    parts += words.size() > 0;
    entries += furniture.is_menu_entry(words.folded());
    block.remove_prefix(end + size);
  }
  return parts >= 3 && entries >= 2;
}

class Marker {
 public:
  Marker(std::string_view text, const PageFurniture& furniture, std::vector<Block>& blocks)
      : text_(text), furniture_(furniture), blocks_(blocks), parts_(blocks.size()) {}

  void mark() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      parts_[i] = match(block(i), furniture_);
      if (parts_[i] == PagePart::kInline || parts_[i] == PagePart::kFoot) set(i);
    }
    find_prose();
    // A page of only headings has no edges: nothing shows what its author wrote.
    if (prose_begin_ == blocks_.size()) return;
    mark_edge(0, prose_begin_);
    mark_edge(prose_end_, blocks_.size());
    mark_foot();
  }

 private:
  std::string_view block(std::size_t i) const { return blocks_[i].span.of(text_); }
  void set(std::size_t i) { blocks_[i].kind = BlockKind::kBoilerplate; }
  bool is_set(std::size_t i) const { return blocks_[i].kind == BlockKind::kBoilerplate; }

  void find_prose() {
    const auto prose = [&](std::size_t i) { return !is_set(i) && is_prose(block(i)); };
    prose_begin_ = 0;
    while (prose_begin_ < blocks_.size() && !prose(prose_begin_)) ++prose_begin_;
    prose_end_ = blocks_.size();
    while (prose_end_ > prose_begin_ && !prose(prose_end_ - 1)) --prose_end_;
  }

  void mark_edge(std::size_t begin, std::size_t end) {
    std::size_t entries = 0;  // menu entries in a row, up to i
    for (std::size_t i = begin; i < end; ++i) {
      if (parts_[i] == PagePart::kEdge || is_menu_line(block(i), furniture_)) set(i);
      entries = furniture_.is_menu_entry(PageWords(block(i)).folded()) ? entries + 1 : 0;
      if (entries == 3) set(i - 2), set(i - 1);
      if (entries >= 3) set(i);
    }
  }

  // From the first line of the page's foot on.
  void mark_foot() {
    std::size_t i = prose_end_;
    while (i < blocks_.size() && parts_[i] != PagePart::kFoot && parts_[i] != PagePart::kEdge) ++i;
    for (; i < blocks_.size(); ++i) set(i);
  }

  std::string_view text_;
  const PageFurniture& furniture_;
  std::vector<Block>& blocks_;
  std::vector<PagePart> parts_;  // what each block matches
  std::size_t prose_begin_ = 0;  // first paragraph of prose
  std::size_t prose_end_ = 0;    // after the last
};

}  // namespace

void mark_boilerplate(std::string_view text, const PageFurniture& furniture, std::vector<Block>& blocks) {
  Marker(text, furniture, blocks).mark();
}

}  // namespace calque
