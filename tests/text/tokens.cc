#include <string>
#include <string_view>

#include "support/catch.h"
#include "text/segmented.h"

using namespace calque;
using namespace calque::testing;

namespace {

TokenKind kind_of_only_token(std::string_view text) {
  const Text segmented = segment(article_of_block(std::string(text)));
  REQUIRE(segmented.tokens.size() == 1);
  return segmented.tokens.front().kind;
}

}  // namespace

TEST_CASE("Words keep their apostrophes, inner periods and underscores") {
  CHECK_TOKENS("[don't] [the] [O’Hara]['] [snake_case] [e.g][.] [U.S][.]");
}

TEST_CASE("Hyphens, dashes, slashes and colons separate words") {
  CHECK_TOKENS("[well][-][known] [and][/][or] [war][—][peace] [note][:][this] [9][:][30]");
}

TEST_CASE("Numbers keep their commas and points") { CHECK_TOKENS("[$][1,200.50] [€][3.5bn][,] [7][%][,] [2nd]"); }

TEST_CASE("Each mark is a token of its own") { CHECK_TOKENS("[“][Stop][!][?][”] [.][.][.] [(][a][)]"); }

TEST_CASE("Words of other scripts are words") {
  CHECK_TOKENS("[Café] [Москва] [Αθήνα] [سلام]");
  CHECK_TOKENS("[e\u0301t] [שלום]");
}

TEST_CASE("White space, controls and format characters are no tokens") {
  CHECK_TOKENS("[a]\u00A0[b]\t[c]\x01[d]\u200B[e]\n[f]");
}

TEST_CASE("A token with a letter is a word, with digits only a number, else punctuation") {
  CHECK(kind_of_only_token("withdrawal") == TokenKind::kWord);
  CHECK(kind_of_only_token("G20") == TokenKind::kWord);
  CHECK(kind_of_only_token("20th") == TokenKind::kWord);
  CHECK(kind_of_only_token("étude") == TokenKind::kWord);
  CHECK(kind_of_only_token("2,024.5") == TokenKind::kNumber);
  CHECK(kind_of_only_token("\u0663\u0664") == TokenKind::kNumber);
  CHECK(kind_of_only_token("7_") == TokenKind::kNumber);
  CHECK(kind_of_only_token("__") == TokenKind::kPunctuation);
  CHECK(kind_of_only_token("\u00BD") == TokenKind::kPunctuation);
  CHECK(kind_of_only_token("\U0001F600") == TokenKind::kPunctuation);
}

TEST_CASE("Words and numbers count as words, marks do not") {
  CHECK(segment(article_of_block("In 2019, “five” ferries - all old - sank.")).words == 7);
}
