// Which words English has, and how common they are.
#pragma once

#include <string>

#include "lab/evidence/counting.h"

namespace calque::evidence {

// The section "evidence/words": words that are in `stream` kLeastWord times, and those of the list at `frequencies`
// (a heading, then lines of a word and its frequency, between tabs), which are taken to be as rare as a word can be:
// its frequencies are of other kinds of texts. Throws std::runtime_error.
inline constexpr std::uint64_t kLeastWord = 5;
std::string list_words(const KeyStream& stream, const std::string& frequencies);

}  // namespace calque::evidence
