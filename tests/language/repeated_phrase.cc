// Which repeated phrases are an engine's loop, where it begins and ends, and which similar phrases are none.
#include "support/catch.h"
#include "support/marked.h"
#include "support/passages.h"

namespace calque {
namespace {

std::vector<Finding> loops_in(std::string_view text) {
  std::vector<Finding> findings = findings_in(text);
  std::erase_if(findings, [](const Finding& finding) { return finding.detector != "repeated-phrase"; });
  return findings;
}

void check(std::string_view marked) {
  const std::string text = read_marked(marked).text;
  CHECK(draw(text, spans_of(loops_in(text))) == marked);
}

TEST_CASE("a loop is found anywhere in a sentence") {
  check("[A great man a great man] said so.");
  check("[For the party for the party] was all that he lived.");
  check("He resigned [from the party from the party]");
}

TEST_CASE("a loop ends with its sentence") {
  const std::string first = "He resigned from the party from the party";
  Article article = article_of(first + "\n\nFrom the party came no word.");
  const auto middle = static_cast<std::uint32_t>(first.size());
  const auto end = static_cast<std::uint32_t>(article.text.size());
  article.blocks = {{{0, middle}, BlockKind::kParagraph}, {{middle + 2, end}, BlockKind::kParagraph}};
  const std::vector<Finding> findings = findings_in(article, english_lexicons());
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].span == Span{12, middle});
}

TEST_CASE("a loop has two to six words, and two words must come three times") {
  check("They spoke [about that about that about that] for hours.");
  check("They talked about that about that after that.");
  check("He said [that we must all go home that we must all go home] today.");
  check("He said that we must all go home now that we must all go home now and left.");
}

TEST_CASE("words that are too short, equal, capitalised, or joined by marks, and or a are no loop") {
  check("We walked [to the sea to the sea] for hours.");
  check("What is to be is to be.");
  check("It was very very very very very very good.");
  check("Once more they said, they said, and went home.");
  check("Once more they talk and they talk and they talk.");
  check("He knows friends of a friend of a friend of his.");
}

TEST_CASE("a loop does not affect the words after it") {
  check("He spoke [of the party of the party] [for the people for the people] today.");
  check("He spoke [of the party of the party] went there party went there.");
}

TEST_CASE("a loop is a major finding, and its phrase is the suggestion") {
  const std::vector<Finding> findings =
      loops_in("The minister of the interior of the interior of the interior resigned.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kMajor);
  CHECK(findings[0].suggestion == "of the interior");
}

}  // namespace
}  // namespace calque
