// Which blocks of a page are its article.
#pragma once

#include <cstddef>
#include <vector>

#include "article/html_blocks.h"
#include "calque/document.h"

namespace calque {

// In order; none where the page has no prose.
//
// The article is looked for in what is left of a page without its furniture. A part that holds more than half of the
// prose is none, whatever it is called, but for comments and consent. Of several <article>s the first counts. In it,
// the element whose paragraphs have most words, those below them counted half, as Readability chooses it (Arc90, 2009);
// elements of the same tag and class side by side count as one. From there up where there is three times the prose, or
// an <article>; and back to the lead, which often stands apart.
std::vector<std::size_t> choose_article(const HtmlBlocks& page);

// All that is shown, of a page without its comments, forms, consent and links: a list of headlines is no article.
std::vector<std::size_t> choose_visible(const HtmlBlocks& page, Markup markup);

// Of the block's text, in links: 0 to 1.
double link_share(const HtmlBlock& block);

std::size_t count_words(std::string_view text);

}  // namespace calque
