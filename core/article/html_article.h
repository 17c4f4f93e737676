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
  std::string url;       // the page's own
  std::string language;  // its tag, as in the page
  std::string text;      // paragraphs, with a blank line between
  std::vector<PageMark> marks;
};

// For a page (Markup::kPage): the blocks of choose_article (html_main.h), or the page's JSON-LD body if that is much
// longer; if neither has prose, all of the page's text except links. For a fragment: all of its text. Takes time linear
// in its size.
HtmlArticle read_html(std::string_view html, Markup markup);

}  // namespace calque
