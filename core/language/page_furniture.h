// Page furniture: the lines that pages leave in scraped text, and the words of their menus.
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "calque/error.h"

namespace calque {

// Where a matching line counts as part of the page.
enum class PagePart { kNone, kInline, kFoot, kEdge };

// A line as folded words (core/article/page_words.h) and the signs described in page_furniture.tsv.
struct PagePattern {
  std::vector<std::string_view> words;
  PagePart part;
  bool may_end_like_sentence;
};

class PageFurniture {
 public:
  // Reads page_furniture.tsv, which must outlive the furniture. Errors: as read_table().
  static Expected<PageFurniture> read(std::string_view tsv);

  // The patterns with this first word; "#", "$" and "+" give those that begin with a number, a network, or any words.
  std::span<const PagePattern> starting_with(std::string_view word) const;
  bool is_network(std::string_view word) const { return networks_.contains(word); }
  bool is_menu_entry(std::string_view folded) const { return menu_entries_.contains(folded); }
  // A short block can match a pattern that begins with "+" only if it contains a notice or ends with a notice end.
  std::span<const std::string_view> notices() const { return notices_; }
  std::span<const std::string_view> notice_ends() const { return notice_ends_; }  // in lower case

 private:
  bool take_line(std::string_view kind, std::string_view value);
  bool add_pattern(std::string_view line, PagePart part);

  std::unordered_map<std::string_view, std::vector<PagePattern>> by_first_word_;
  std::unordered_set<std::string_view> networks_;
  std::unordered_set<std::string_view> menu_entries_;
  std::vector<std::string_view> notices_;
  std::vector<std::string_view> notice_ends_;
};

// "*", "**" and "+", which stand for several words.
inline bool is_star(std::string_view word) { return word[0] == '*' || word == "+"; }

}  // namespace calque
