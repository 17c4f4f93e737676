// Aligns a machine's translation with its original, word by word.
//
//   original   the  main  blow   was   dealt    to   the  city
//   machine    the  main  slap   was   awarded  to   -    city
//
// The cheapest way to turn one into the other by changing, adding and dropping words, where dropping a content word
// costs more than dropping a function word, and a content word seldom stands for a function word. A word that moved is
// dropped in one place and added in the other. Marks are ignored.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "calque/text.h"

namespace calque {

// Indices into the two token lists; at least one is set. If both are set and the keys differ, one word replaced the
// other.
struct AlignedWord {
  std::optional<std::uint32_t> machine;   // none: the machine dropped the original's word
  std::optional<std::uint32_t> original;  // none: the machine added its word
  bool is_changed = false;                // not the same word on both sides

  friend bool operator==(const AlignedWord&, const AlignedWord&) = default;
};

// Every word and number of both lists, in order. Takes time and memory linear in their length: words further than
// kAlignmentReach from where their share of the text would put them are not matched.
std::vector<AlignedWord> align_words(std::span<const Token> machine, std::span<const Token> original);
inline constexpr std::size_t kAlignmentReach = 200;

// A stretch of the machine's words that differ from the original, with the words they replaced. Half-open ranges of
// indices into the token lists, including marks inside the stretch; one of them may be empty.
struct ChangedStretch {
  std::uint32_t machine_begin = 0;
  std::uint32_t machine_end = 0;
  std::uint32_t original_begin = 0;
  std::uint32_t original_end = 0;

  friend bool operator==(const ChangedStretch&, const ChangedStretch&) = default;
};

// The longest stretches between words that are the same on both sides.
std::vector<ChangedStretch> changed_stretches(std::span<const AlignedWord> alignment);

// Whether the word is neither a function word nor a personal word of core/language/en/word_lists.tsv.
bool is_content_word(const Token& token);

}  // namespace calque
