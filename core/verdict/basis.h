// Whether a text can be judged.
#pragma once

#include <cstdint>

#include "calque/text.h"
#include "calque/verdict.h"
#include "language/language.h"

namespace calque {

// kScored, or why there is no score: no words (kNotText), fewer than `min_words` (kTooShort), too few of the language's
// function words (kOtherLanguage).
Basis basis_of(const Text& text, const Language& language, std::uint32_t min_words);

// The share of words that are function words of the language.
double function_word_share(const Text& text, const Language& language);

}  // namespace calque
