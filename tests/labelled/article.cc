// A labelled article has all fields of its line, or the line is refused with a reason.
#include "labelled/article.h"

#include "support/catch.h"

namespace calque {
namespace {

std::string article_with(const std::string& fields) {
  return R"({"id":"a","year":2018,"pair":"de-en","system":"s","kind":"machine","engine":"nmt","doc":"d",)" + fields +
         "}";
}

TEST_CASE("All fields of a labelled article are read") {
  LabelledParser parser;
  const auto article = parser.parse(article_with(R"("doc_known":true,"sentences":["One.","Two."])"));
  REQUIRE(article);
  CHECK(article->id == "a");
  CHECK(article->year == 2018);
  CHECK(article->pair == "de-en");
  CHECK(article->kind == ArticleKind::kMachine);
  CHECK(article->engine == "nmt");
  CHECK(article->text() == "One.\n\nTwo.");
}

TEST_CASE("Values that are not known may be null or missing") {
  LabelledParser parser;
  const auto article = parser.parse(
      R"({"id":"a","year":null,"pair":"en-en","system":null,"kind":"original","engine":null,"sentences":["One."]})");
  REQUIRE(article);
  CHECK(article->year == 0);
  CHECK(article->system.empty());
  CHECK(article->doc == "a");
}

TEST_CASE("A line without a labelled article is refused with a reason") {
  LabelledParser parser;
  for (const std::string& line : {std::string("{\"id\":"), std::string("[]"), std::string("7"), std::string(),
                                  article_with(R"("sentences":[])"), article_with(R"("sentences":["One.",2])"),
                                  article_with(R"("sentences":"One.")"), article_with(R"("text":"One.")"),
                                  std::string(R"({"id":"a","pair":"de-en","kind":"person","sentences":["One."]})"),
                                  std::string(R"({"id":"a","kind":"machine","sentences":["One."]})"),
                                  std::string(R"({"pair":"de-en","kind":"machine","sentences":["One."]})")}) {
    INFO(line);
    const auto article = parser.parse(line);
    REQUIRE_FALSE(article);
    CHECK_FALSE(article.error().empty());
  }
}

}  // namespace
}  // namespace calque
