#include "article/read_article.h"

#include <utility>

#include "article/blocks.h"
#include "article/boilerplate.h"
#include "article/decode.h"
#include "article/html_article.h"
#include "article/html_blocks.h"
#include "article/html_entities.h"
#include "article/normalize.h"
#include "article/page_marks.h"
#include "feed/url.h"

namespace calque {
namespace {

// A page's own metadata is better than its record's, except for the address. In a feed's item, the heading and times in
// its text are used only if the feed gives none.
void describe(const Document& document, HtmlArticle& page, Article& article) {
  const bool is_page = document.markup == Markup::kPage;
  if (!page.title.empty() && (is_page || article.title.empty())) article.title = std::move(page.title);
  if (!page.date.empty() && (is_page || article.date.empty())) article.date = std::move(page.date);
  if (is_page) article.language = std::move(page.language);
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
  if (document.title_has_entities) {
    append_decoded_entities(document.title, EntityPlace::kText, article.title);
  } else {
    article.title = document.title;
  }
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
  article.is_empty_page = is_html && decoded.is_text && !article.is_text;
  return article;
}

}  // namespace calque
