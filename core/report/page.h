// explain_html, with what the analyzer knows as values.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "report/terminal.h"

namespace calque {

std::string explain_page(const Document& document, const Analysis& analysis, const Explanation& explanation);

// The pieces of the page.

// The article in paragraphs. Each stretch that findings cover is a link to the worst of them, of the classes "f",
// "major" or "minor", artifact_group() and the type's name; sentence i begins at #s-i and finding i at #mark-i, from 1.
void append_page_article(const Article& article, const Text& text, std::span<const Finding> findings, std::string& out);

// A row of bars for each head: the logits of the sentences, as wide as these have words. Those of the head that is
// about engines are links to the sentences.
void append_page_curve(const Analysis& analysis, const Explanation& explanation, std::string& out);

// What is to be read instead, and why: "read <q>the main blow</q>. Russian ..."
void append_page_reason(const Finding& finding, std::string& out);

}  // namespace calque
