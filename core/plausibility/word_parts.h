// Words that are not listed, but made of words that are, or one slip away from one.
#pragma once

#include <string_view>

#include "language/language.h"
#include "model/word_levels.h"

namespace calque {

// Whether a folded word is a known one with a prefix or a suffix, or two common ones written together: "unreturned",
// "leftness", "stopping", "bookcart".
bool is_made_of_known_words(std::string_view word, const WordLevels& words, const Language& language);

// Whether dropping, changing or adding one letter a to z, or swapping two neighbours, makes a folded word a common one.
bool is_slip(std::string_view word, const WordLevels& words);

}  // namespace calque
