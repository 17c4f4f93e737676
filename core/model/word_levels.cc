#include "model/word_levels.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/arrays.h"

namespace calque {

Expected<WordLevels> WordLevels::load(std::span<const std::byte> section) {
  const auto damaged = [] { return tl::unexpected(Error{ErrorKind::kModel, "evidence: the word levels are damaged"}); };
  Header header;
  if (section.size() < sizeof header) return damaged();
  std::memcpy(&header, section.data(), sizeof header);
  Arrays arrays(section.subspan(sizeof header));
  WordLevels levels;
  levels.cells_ = arrays.take<std::uint32_t>(header.cells);
  levels.words_ = static_cast<double>(header.words);
  // A look-up ends at a free cell.
  if (!arrays.end_here() || !std::has_single_bit(header.cells) || header.words == 0) return damaged();
  if (std::ranges::find(levels.cells_, kFree) == levels.cells_.end()) return damaged();
  return levels;
}

std::string build_word_levels(std::span<const WordLevel> levels, std::uint64_t words) {
  std::vector<WordLevel> sorted(levels.begin(), levels.end());
  std::ranges::sort(sorted, {}, &WordLevel::key);
  std::vector<std::uint32_t> cells(std::bit_ceil(sorted.size() + sorted.size() / 2 + 1));
  for (const WordLevel& word : sorted) {
    const std::size_t at = probe_cells(word.key, cells.size(), [&](std::size_t i) { return cells[i] == 0; });
    cells[at] = WordLevels::print_of(word.key) << WordLevels::kLevelBits | word.level;
  }
  const WordLevels::Header header{words, cells.size()};
  std::string section(reinterpret_cast<const char*>(&header), sizeof header);
  append_items(std::span<const std::uint32_t>(cells), section);
  return section;
}

}  // namespace calque
