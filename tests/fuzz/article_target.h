// Checks that hold for every article.
#pragma once

#include "calque/article.h"

namespace calque::fuzz {

// The text is UTF-8 in Form C. Its blocks are in order and begin and end between characters. Offsets map it to the
// input and never decrease.
void check_article(const Article& article);

// Whether a character begins, or the text ends, at `at`.
bool is_boundary(std::string_view text, std::size_t at);

}  // namespace calque::fuzz
