// Periods that do not end a sentence.
#pragma once

#include <span>
#include <string_view>

#include "calque/text.h"
#include "language/abbreviation_list.h"

namespace calque {

// Whether the sentence before `next` ends in an abbreviation and so continues. By Unicode's rules `next` begins a
// sentence; they already join before lower case, so it is a capital, a digit or a mark.
bool runs_on_after_abbreviation(std::string_view text, std::span<const Token> sentence, const Token& next,
                                const AbbreviationList& abbreviations);

}  // namespace calque
