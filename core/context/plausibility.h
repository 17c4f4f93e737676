// How usual the company is that words keep.
#pragma once

#include "context/context_text.h"

namespace calque {

// The share of an article's pairs of neighbouring words that English does not have, as far as it was counted: of
// about kPlausibilityPairs, in sentences spread evenly over the text. Pairs with a name or a mark say nothing. People
// and good engines leave about one pair in six unknown; bad engines more. 0 where nothing was counted.
double unusual_pair_share(const Text& text, const ContextText& context);

// Enough for the mean over a feed. The article model has learned what they are worth.
inline constexpr std::size_t kPlausibilityPairs = 128;

}  // namespace calque
