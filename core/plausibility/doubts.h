// What English news hardly has, whichever engine wrote it: words that English does not know, and words next to each
// other that ought to have been seen so and never were.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "context/context_text.h"
#include "language/language.h"
#include "model/word_levels.h"

namespace calque {

// Counts of an article.
struct Doubts {
  // Words in lower case that English does not have, nor makes of those it has ("unreturned", "leftness", "bookcart").
  // A word that recurs is the article's topic, and no doubt.
  std::uint32_t foreign = 0;  // more than one edit away from every common word: "daŭrigadajn"
  std::uint32_t slips = 0;    // one edit away: "recieve"; people write them, too
  // Pairs of neighbours that were never counted, by how often chance would put the two words next to each other in the
  // counted English: at least the first kExpected, between the first and the second, between the second and the third.
  std::array<std::uint32_t, 3> unseen{};
};
inline constexpr std::array<double, 3> kExpected = {64, 16, 4};

// Zeros if `words` is empty.
Doubts doubts_of(std::string_view article, const Text& text, const ContextText& context, const WordLevels& words,
                 const Language& language);

}  // namespace calque
