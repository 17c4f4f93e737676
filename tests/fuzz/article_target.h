// What holds of every article that was read.
#pragma once

#include "calque/article.h"

namespace calque::fuzz {

// The text is UTF-8 in Form C; blocks lie in it in order, on characters; offsets lead back into the text that came in,
// never backwards.
void check_article(const Article& article);

// Whether a character begins or the text ends at `at`.
bool is_boundary(std::string_view text, std::size_t at);

}  // namespace calque::fuzz
