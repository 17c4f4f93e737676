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
  std::string language;  // its tag, as the page has it
  std::string text;      // paragraphs, with a blank line between
  std::vector<PageMark> marks;
};

// Of a page (Markup::kPage): what choose_article (html_main.h) gives, or what the page says in JSON-LD where that is
// much more; where both have no prose, all of the page's text that is no link. Of a fragment: all of its text. Takes
// time linear in its size.
HtmlArticle read_html(std::string_view html, Markup markup);

}  // namespace calque
