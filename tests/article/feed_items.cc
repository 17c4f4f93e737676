// Items of feeds: their title and date are the feed's, whatever stands in their text.
#include "article/reading.h"

namespace calque {
namespace {

Document item(const std::string& html) {
  Document document;
  document.markup = Markup::kFragment;
  document.bytes = html;
  document.title = "Caf&eacute; &mdash; news";
  document.title_has_entities = true;
  document.date = "2026-03-05";
  return document;
}

TEST_CASE("A heading and a time in an item are its text, not its title and date") {
  const Article article =
      read_article(item("<h1>Advertisement</h1><p>The council voted late.</p><time datetime='1999-01-01'>old</time>"));
  CHECK(article.title == "Caf\u00e9 \u2014 news");
  CHECK(article.date == "2026-03-05");
  CHECK(article.text.find("The council voted late.") != std::string::npos);
}

TEST_CASE("An item without a title has that of its heading") {
  Document document = item("<h1>Own</h1><p>The council voted late.</p>");
  document.title.clear();
  document.title_has_entities = false;
  CHECK(read_article(document).title == "Own");
}

TEST_CASE("Lines of a text that has nothing of HTML but references stay lines") {
  CHECK(read_article(item("Caf&eacute; said.<br>\nNext.")).text == "Caf\u00e9 said.\nNext.");
}

}  // namespace
}  // namespace calque
