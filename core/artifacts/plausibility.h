// How usual the company is that words keep.
#pragma once

#include <string_view>

#include "calque/text.h"
#include "model/ngram_counts.h"

namespace calque {

// The share of an article's pairs of neighbouring words that English does not have, as far as it was counted. About
// kPlausibilityPairs pairs are looked up, in sentences spread evenly over the text; pairs with a name or a mark are
// not. People and good engines leave about one pair in six unknown; bad engines more. 0 where nothing was counted.
double unusual_pair_share(const NgramCounts& counts, std::string_view article, const Text& text);

// Enough for the mean over a feed, and little of the time that an article takes.
inline constexpr std::size_t kPlausibilityPairs = 128;

}  // namespace calque
