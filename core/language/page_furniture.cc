#include "language/page_furniture.h"

#include <algorithm>
#include <utility>

#include "language/table.h"

namespace calque {

Expected<PageFurniture> PageFurniture::read(std::string_view tsv) {
  PageFurniture furniture;
  const auto read = read_table("page_furniture.tsv", tsv, [&](std::string_view kind, std::string_view value) {
    return furniture.take_line(kind, value);
  });
  if (!read) return tl::unexpected(read.error());
  return furniture;
}

bool PageFurniture::take_line(std::string_view kind, std::string_view value) {
  if (kind == "inline") return add_pattern(value, PagePart::kInline);
  if (kind == "foot") return add_pattern(value, PagePart::kFoot);
  if (kind == "edge") return add_pattern(value, PagePart::kEdge);
  if (kind == "menu") return menu_entries_.insert(value), true;
  if (kind == "network") return networks_.insert(value), true;
  if (kind == "notice") return notices_.push_back(value), true;
  if (kind == "notice_end") return notice_ends_.push_back(value), true;
  return false;
}

bool PageFurniture::add_pattern(std::string_view line, PagePart part) {
  PagePattern pattern{{}, part, line.ends_with('.')};
  if (pattern.may_end_like_sentence) line.remove_suffix(1);
  append_words(line, pattern.words);
  if (pattern.words.empty()) return false;
  if (std::ranges::none_of(pattern.words, is_star)) pattern.may_end_like_sentence = true;
  by_first_word_[pattern.words[0]].push_back(std::move(pattern));
  return true;
}

std::span<const PagePattern> PageFurniture::starting_with(std::string_view word) const {
  const auto found = by_first_word_.find(word);
  return found == by_first_word_.end() ? std::span<const PagePattern>() : std::span<const PagePattern>(found->second);
}

}  // namespace calque
