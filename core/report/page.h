// explain_html, with values in place of the analyzer.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "report/terminal.h"

namespace calque {

std::string explain_page(const Document& document, const Analysis& analysis, const Explanation& explanation);

// The pieces of the page.

// The article in paragraphs. Each part that findings cover is a link to the worst of them, with the classes "f",
// "major" or "minor", artifact_group() and the type's name. Sentence i begins at #s-i and finding i at #mark-i, from 1.
void append_page_article(const Article& article, const Text& text, std::span<const Finding> findings, std::string& out);

// A row of bars for each head: the sentences' logits, with widths by their words. The bars of the head on engines link
// to the sentences.
void append_page_curve(const Analysis& analysis, const Explanation& explanation, std::string& out);

// The suggestion and the reason: "read <q>the main blow</q>. Russian ..."
void append_page_reason(const Finding& finding, std::string& out);

}  // namespace calque
