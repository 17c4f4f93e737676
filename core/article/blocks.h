// Text -> blocks: paragraphs and lines that stand alone.
#pragma once

#include <string_view>
#include <vector>

#include "calque/article.h"

namespace calque {

// The text without the white space around it: Unicode's, and the zero-width space and byte order mark.
Span trimmed(std::string_view text, Span span);

// A line end ends a block, whichever of Unicode's line separators it is, except in a text that is hard-wrapped (below):
// there only blank lines, indented lines and lines with room left do. All blocks are paragraphs at first.
std::vector<Block> find_blocks(std::string_view text);

}  // namespace calque
