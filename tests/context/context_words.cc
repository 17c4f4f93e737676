// A sentence as n-grams are counted in it.
#include "context/context_words.h"

#include "support/catch.h"
#include "support/passages.h"

namespace calque {
namespace {

// Words as they stand, classes as <...>; the two edges on either side are left out.
std::string context_of(std::string_view sentence) {
  const Article article = article_of(sentence);
  const Text text = segment(article);
  std::vector<ContextWord> words;
  append_context_words(article.text, text, text.sentences.at(0), english(), words);
  REQUIRE(words.size() >= 4);
  for (const std::size_t edge : {std::size_t{0}, std::size_t{1}, words.size() - 2, words.size() - 1}) {
    CHECK(words[edge].key == kEdgeKey);
    CHECK(words[edge].token == kNoToken);
  }
  std::string drawn;
  for (const ContextWord& word : std::span(words).subspan(2, words.size() - 4)) {
    drawn += drawn.empty() ? "" : " ";
    drawn += word.key == kNameKey    ? "<name>"
             : word.key == kNamesKey ? "<name's>"
             : word.key == kCommaKey ? "<,>"
             : word.key == kEdgeKey  ? "<.>"
                                     : text.tokens[word.token].span.of(article.text);
  }
  return drawn;
}

TEST_CASE("Names are one class, however long, but not the first word of a sentence or the name of a day") {
  CHECK(context_of("The mayor of San Telmo left on Monday in May") == "The mayor of <name> left on Monday in May");
  CHECK(context_of("He met Anna Lund's lawyer") == "He met <name's> lawyer");
  CHECK(context_of("\"Shares fell, I said") == "Shares fell <,> I said");
}

TEST_CASE("Quotes and brackets are passed over, dashes are commas, and clauses end where sentences do") {
  CHECK(context_of("the \u201cmain\u201d (hard) blow \u2014 dealt; then: none") ==
        "the main hard blow <,> dealt <.> then <.> none");
  CHECK(context_of("it came\u2026 late") == "it came <.> late");
}

TEST_CASE("The end of a sentence is an edge, whatever its mark") {
  CHECK(context_of("it came late.") == "it came late <.>");
  CHECK(context_of("it came late?!") == "it came late <.>");
}

}  // namespace
}  // namespace calque
