#include <algorithm>
#include <string>

#include "support/catch.h"
#include "text/segmented.h"

using namespace calque;
using namespace calque::testing;

TEST_CASE("Sentences have the number of their block and never cross it") {
  const Article article = article_of_lines("Storm hits coast\n\nHe met Mr.\nSmith of the U.S.\nSenate.");
  const Text text = segment(article);
  CHECK(draw_items(article.text, text.sentences) ==
        "[Storm hits coast]\n\n[He met Mr.]\n[Smith of the U.S.]\n[Senate.]");
  for (const Sentence& sentence : text.sentences) {
    CHECK(article.blocks[sentence.block].span.contains(sentence.span));
  }
}

TEST_CASE("Boilerplate has no sentences") {
  Article article = article_of_lines("The ferry sank.\nRead More About Ferries.\nNobody was hurt.");
  article.blocks[1].kind = BlockKind::kBoilerplate;
  const Text text = segment(article);
  CHECK(draw_items(article.text, text.sentences) == "[The ferry sank.]\nRead More About Ferries.\n[Nobody was hurt.]");
  CHECK(text.sentences[1].block == 2);
  CHECK(text.words == 6);
}

TEST_CASE("Every token belongs to one sentence, in order") {
  const Article article = article_of_lines("One. Two three!\n\x01 \n...\nFour (five.) Six");
  const Text text = segment(article);
  std::uint32_t next = 0;
  for (const Sentence& sentence : text.sentences) {
    CHECK(sentence.token_begin == next);
    REQUIRE(sentence.token_end > sentence.token_begin);
    CHECK(sentence.span.begin == text.tokens_of(sentence).front().span.begin);
    CHECK(sentence.span.end == text.tokens_of(sentence).back().span.end);
    next = sentence.token_end;
  }
  CHECK(next == text.tokens.size());
}

TEST_CASE("Text of only white space and controls has no sentence") {
  for (const std::string& blank : {std::string(), std::string(" \t\n "), std::string("\x01\x02\0 \x7f", 5),
                                   std::string("\u00A0\u2003\u2028"), std::string("\u200B\uFEFF\u200D")}) {
    const Text text = segment(article_of_block(blank));
    CHECK(text.sentences.empty());
    CHECK(text.tokens.empty());
    CHECK(text.words == 0);
  }
}

TEST_CASE("A megabyte without a space, a period or a line end is read like other text") {
  constexpr std::size_t kSize = 1 << 20;
  for (const std::string& unit : {std::string("a"), std::string("1."), std::string("a."), std::string(". "),
                                  std::string("\""), std::string("_"), std::string("é"), std::string("!\" 7")}) {
    std::string text;
    while (text.size() < kSize) text += unit;
    const Article article = article_of_block(text);
    const Text segmented = segment(article);
    REQUIRE(!segmented.sentences.empty());
    CHECK(segmented.sentences.front().span.begin == 0);
    CHECK(segmented.tokens.back().span.end <= text.size());
  }
}
