// Periods that end no sentence.
#pragma once

#include <span>
#include <string_view>

#include "calque/text.h"
#include "language/abbreviation_list.h"

namespace calque {

// Whether the sentence before `next`, which begins a sentence by Unicode's rules, ends in an abbreviation and so goes
// on. Unicode's rules join before lower case already; what is left are capitals, digits and marks.
bool runs_on_after_abbreviation(std::string_view text, std::span<const Token> sentence, const Token& next,
                                const AbbreviationList& abbreviations);

}  // namespace calque
