// How usual an article's pairs of words are.
#pragma once

#include "context/context_text.h"

namespace calque {

// The share of an article's pairs of neighbouring words that were never counted in English, among about
// kSampledPairs pairs in sentences spread evenly over the text. Pairs with a name or a mark are left out. People
// and good engines have about one unknown pair in six; bad engines have more. 0 if there are no such pairs or no
// counts.
double unusual_pair_share(const Text& text, const ContextText& context);

// Enough for the mean over a feed. The article model learned the weight of this many pairs.
inline constexpr std::size_t kSampledPairs = 128;

}  // namespace calque
