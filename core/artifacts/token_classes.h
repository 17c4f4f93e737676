// The classes of an article's tokens.
#pragma once

#include <cstddef>
#include <vector>

#include "artifacts/grammar.h"
#include "artifacts/word_classes.h"
#include "calque/article.h"
#include "calque/text.h"

namespace calque {

// How far back, in tokens, an echo may stand (word_class::kEcho).
inline constexpr std::size_t kEchoReach = 6;

// Those of all tokens, in their order: a look-up in the language's words, and what is seen in the token and those
// before it in its sentence.
std::vector<WordClasses> token_classes(const Article& article, const Text& text, const Grammar& grammar);

}  // namespace calque
