// An HTML page -> the text of its article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calque/article.h"
#include "calque/document.h"

namespace calque {

struct HtmlArticle {
  std::string title;
  std::string date;
  std::string text;  // paragraphs, with a blank line between
  std::vector<PageMark> marks;
};

// Of a page (Markup::kPage): the element whose paragraphs of prose, those below them counted half, have most words, as
// Readability chooses it (Arc90, 2009), and in it what is no list of links; where that finds no prose, all of the
// page's text that is no link. Of a fragment: all of its text. Takes time linear in its size.
HtmlArticle read_html(std::string_view html, Markup markup);

}  // namespace calque
