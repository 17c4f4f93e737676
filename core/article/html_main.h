// Which blocks of a page are its article.
#pragma once

#include <cstddef>
#include <vector>

#include "article/html_blocks.h"
#include "calque/document.h"

namespace calque {

// The article's blocks in order; none if the page has no prose.
//
// First, page furniture is removed. A part with more than half of the prose is not furniture, whatever its name, unless
// it is comments or consent. Then the search is limited to the first <article>. In it, the element whose paragraphs
// have the most words is chosen, with deeper paragraphs counted half, as in Readability (Arc90, 2009); elements side by
// side with the same tag and class count as one. A parent is chosen instead if it has three times the prose or is an
// <article>. The lead, which is often separate, is added.
std::vector<std::size_t> choose_article(const HtmlBlocks& page);

// All visible blocks; of a page, without its comments, forms, consent and links: a list of headlines is not an article.
std::vector<std::size_t> choose_visible(const HtmlBlocks& page, Markup markup);

// The share of the block's text that is in links: 0 to 1.
double link_share(const HtmlBlock& block);

std::size_t count_words(std::string_view text);

}  // namespace calque
