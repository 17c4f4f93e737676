// How often words occur in English: which words there are, and how common each is.
//
// A section of the pack, read in place:
//
//   header   WordLevels::Header
//   cells    u32, a power of two of them, open addressing by the low bits of Token::key: 28 bits of the key, chosen
//            from others, and the level in 4; 0 in a free cell
//
// A word that was never counted is taken for a counted one with a probability below 1 in 100 million.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/key_table.h"
#include "calque/error.h"
#include "model/ngram_counts.h"

namespace calque {

struct WordLevel {
  std::uint64_t key;   // Token::key
  std::uint8_t level;  // level_of(NgramKind::kWord, count)
};

// Immutable; points into the bytes that it was loaded from.
class WordLevels {
 public:
  WordLevels() = default;  // holds nothing

  // Errors say what is wrong with the section.
  static Expected<WordLevels> load(std::span<const std::byte> section);

  // The word's level, or kNoLevel if it was not counted.
  int level(std::uint64_t key) const {
    const std::uint32_t print = print_of(key);
    const std::size_t at = probe_cells(
        key, cells_.size(), [&](std::size_t i) { return cells_[i] == 0 || cells_[i] >> kLevelBits == print; });
    return cells_[at] == 0 ? kNoLevel : static_cast<int>(cells_[at] & kMaxLevel);
  }
  // Starts to read the word's own cell.
  void prefetch(std::uint64_t key) const { __builtin_prefetch(&cells_[key & (cells_.size() - 1)]); }

  bool is_empty() const { return words_ == 0; }
  double words() const { return words_; }  // counted, repetitions included

 private:
  friend std::string build_word_levels(std::span<const WordLevel> levels, std::uint64_t words);

  struct Header {
    std::uint64_t words;
    std::uint64_t cells;
  };
  static constexpr unsigned kLevelBits = 4;
  // Never 0, so that no row looks like a free cell.
  static constexpr std::uint32_t print_of(std::uint64_t key) { return static_cast<std::uint32_t>(key >> 36) | 1U; }

  static constexpr std::uint32_t kFree = 0;
  std::span<const std::uint32_t> cells_{&kFree, 1};
  double words_ = 0;
};

// The section for `levels`, whose keys must differ; `words` is the number of words that were counted. Any order of
// levels makes the same bytes.
std::string build_word_levels(std::span<const WordLevel> levels, std::uint64_t words);

}  // namespace calque
