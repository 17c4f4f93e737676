// Text -> blocks: paragraphs and separate lines.
#pragma once

#include <string_view>
#include <vector>

#include "calque/article.h"

namespace calque {

// `span` without the white space around it: Unicode's, the zero-width space and the byte order mark.
Span trimmed(std::string_view text, Span span);

// Every line separator of Unicode ends a block. In hard-wrapped text (blocks.cc) only blank lines, indented lines and
// lines with room left do. All blocks are paragraphs at first.
std::vector<Block> find_blocks(std::string_view text);

}  // namespace calque
