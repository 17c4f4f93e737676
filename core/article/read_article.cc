#include "article/read_article.h"

#include <utility>

#include "article/blocks.h"
#include "article/boilerplate.h"
#include "article/decode.h"
#include "article/html_article.h"
#include "article/html_blocks.h"
#include "article/normalize.h"
#include "article/page_marks.h"
#include "feed/url.h"

namespace calque {
namespace {

// A page knows itself better than its record does, but for its address. A feed's item has a heading and times in its
// text that are not its own.
void describe(const Document& document, HtmlArticle& page, Article& article) {
  if (document.markup == Markup::kPage) {
    if (!page.title.empty()) article.title = std::move(page.title);
    if (!page.date.empty()) article.date = std::move(page.date);
    article.language = std::move(page.language);
  }
  if (document.url.empty()) {
    article.host = host_of(page.url);
    article.url = std::move(page.url);
  }
  article.page_marks = std::move(page.marks);
}

std::string charset_of(const Document& document) {
  const bool is_silent = document.markup != Markup::kNone && document.charset.empty();
  return is_silent ? meta_charset(document.bytes) : document.charset;
}

}  // namespace

Article read_article(const Document& document, const PageFurniture& furniture) {
  Article article;
  article.title = document.title;
  article.date = document.date;
  const bool is_html = document.markup != Markup::kNone;
  Decoded decoded = decode(document.bytes, charset_of(document), is_html ? Label::kDoubted : Label::kTrue);
  if (is_html) {
    HtmlArticle page = read_html(decoded.text, document.markup);
    describe(document, page, article);
    decoded.text = std::move(page.text);
  }
  if (const auto mark = mark_of_address(document.url)) {
    article.page_marks.push_back({std::string(mark->code), mark->means});
  }
  article.text = std::move(decoded.text);
  article.charset = std::move(decoded.charset);
  article.replaced_bytes = document.replaced_bytes + decoded.replaced_bytes;
  if (decoded.is_text) {
    normalize(article);
    article.blocks = find_blocks(article.text);
    mark_boilerplate(article.text, furniture, article.blocks);
  }
  article.is_text = !article.blocks.empty();
  return article;
}

}  // namespace calque
