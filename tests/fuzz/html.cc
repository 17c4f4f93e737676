// Pages, and fragments as in feeds.
#include "fuzz/article_target.h"
#include "fuzz/target.h"
#include "support/english.h"

namespace calque::fuzz {

void run(std::string_view input) {
  for (const Markup markup : {Markup::kPage, Markup::kFragment}) {
    Document document;
    document.bytes = input;
    document.markup = markup;
    check_article(read_article(document));
  }
}

}  // namespace calque::fuzz
