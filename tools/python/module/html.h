// One article in HTML, for notebooks.
#pragma once

#include <string>

#include "calque/analyzer.h"

namespace calque::python {

// The verdict in a sentence, the article with its findings marked and numbered, and a list of their reasons. One
// element with its style sheet and no script; all text is escaped.
std::string explain_html(const Analysis& analysis, double threshold);

}  // namespace calque::python
