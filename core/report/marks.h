// The article with its findings marked.
#pragma once

#include <string>

#include "calque/article.h"
#include "calque/finding.h"
#include "calque/report.h"

namespace calque {

// Findings are numbered from 1 in their order. With colour they are underlined, and numbered in the text:
//
//   He left the the[1] town.
//
// Without colour, a line below shows them; overlapping findings take more lines:
//
//   He left the the town.
//           ^^^^^^^ 1
//
// Lines of boilerplate begin with "~ ".
void append_marked_article(const Article& article, std::span<const Finding> findings, const TerminalOptions& options,
                           std::string& out);

}  // namespace calque
