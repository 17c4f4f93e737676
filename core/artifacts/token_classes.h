// The classes of an article's tokens.
#pragma once

#include <cstddef>
#include <vector>

#include "artifacts/grammar.h"
#include "artifacts/word_classes.h"
#include "calque/article.h"
#include "calque/text.h"

namespace calque {

// The longest distance, in tokens, to what an echo repeats (word_class::kEcho).
inline constexpr std::size_t kEchoReach = 6;

// The classes of all tokens, in order: those of the language's words, and those seen in the token and the tokens before
// it in its sentence.
std::vector<WordClasses> token_classes(const Article& article, const Text& text, const Grammar& grammar);

}  // namespace calque
