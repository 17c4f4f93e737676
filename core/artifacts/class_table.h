// The classes of words by their keys: a table that the compiler builds from lists.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "artifacts/word_classes.h"
#include "base/key_table.h"
#include "base/word_hash.h"

namespace calque {

struct ClassWords {
  WordClasses classes;
  std::string_view words;  // folded, separated by spaces
};

struct ClassCell {
  std::uint64_t key = 0;  // 0: free
  WordClasses classes = 0;
};

// Looks words up in cells that must outlive it. Their number must be a power of two, and some must be free.
class ClassTable {
 public:
  constexpr explicit ClassTable(std::span<const ClassCell> cells) : cells_(cells) {}

  // 0 for most words.
  constexpr WordClasses classes_of(std::uint64_t key) const {
    const ClassCell* const cell = cells_.find(key);
    return cell == nullptr ? 0 : cell->classes;
  }

 private:
  KeyTable<ClassCell> cells_;
};

namespace class_table {

inline constexpr auto kCommon = std::to_array<ClassWords>({
#define CALQUE_CLASS(name, words) {word_class::name, words},
#include "artifacts/common_classes.def"
#undef CALQUE_CLASS
});

constexpr void add_lists(std::span<ClassCell> cells, std::span<const ClassWords> lists) {
  for (const ClassWords& list : lists) {
    for (std::string_view rest = list.words; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      row_for(key_of(rest.substr(0, end)), cells).classes |= list.classes;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
}

}  // namespace class_table

// The words of the common classes and of a language's own. With at least four times as many cells as words, most
// look-ups end at the first cell.
template <std::size_t Cells>
constexpr std::array<ClassCell, Cells> make_class_cells(std::span<const ClassWords> lists) {
  static_assert((Cells & (Cells - 1)) == 0);
  std::array<ClassCell, Cells> cells{};
  class_table::add_lists(cells, class_table::kCommon);
  class_table::add_lists(cells, lists);
  return cells;
}

}  // namespace calque
