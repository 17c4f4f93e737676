// Periods that end no sentence.
#pragma once

#include <span>
#include <string_view>

#include "calque/text.h"

namespace calque {

// Whether the sentence before `next`, which begins a sentence by Unicode's rules, ends in an abbreviation and so goes
// on. Unicode's rules join before lower case already; what is left are capitals, digits and marks:
//   titles ("Mr."), "vs.", "e.g."             always;
//   months, "No.", "Fig."                     before a number;
//   "J.", "J.K.", "U.S."                      before a number or a capitalised word, unless it is one that often opens
//   a
//                                             sentence ("The");
//   "a.m.", "p.m."                            before a number, a day of the week or a time zone;
//   "Inc.", "Co.", "Jr.", "D.C.", "etc."      before a number: they end a sentence as often as not.
bool runs_on_after_abbreviation(std::string_view text, std::span<const Token> sentence, const Token& next);

}  // namespace calque
