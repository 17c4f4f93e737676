#include "text/fold.h"

#include <random>
#include <string>
#include <string_view>

#include "support/catch.h"
#include "text/segmented.h"

using namespace calque;
using namespace calque::testing;

namespace {

std::string folded(std::string_view token, TokenKind kind = TokenKind::kWord) {
  std::string out;
  append_folded(token, kind, out);
  return out;
}

bool equal(TokenHash a, TokenHash b) { return a.hash == b.hash && a.key == b.key; }

}  // namespace

TEST_CASE("Words fold to lower case, digits to 0 and apostrophes to one") {
  CHECK(folded("Don’t") == "don't");
  CHECK(folded("O\u02BCHara") == "o'hara");
  CHECK(folded("G20") == "g00");
  CHECK(folded("CAFÉ") == "café");
  CHECK(folded("МОСКВА") == "москва");
  CHECK(folded("x\u0663") == "x0");
  CHECK(folded("3.5BN") == "0.0bn");
  CHECK(folded("\u1E9E") == "ß");
}

TEST_CASE("Every number folds to 0, and punctuation does not change") {
  CHECK(folded("1,200.50", TokenKind::kNumber) == "0");
  CHECK(folded("7", TokenKind::kNumber) == "0");
  CHECK(folded("’", TokenKind::kPunctuation) == "’");
  CHECK(folded("—", TokenKind::kPunctuation) == "—");
}

TEST_CASE("Folding appends") {
  std::string out = "a ";
  append_folded("B", TokenKind::kWord, out);
  CHECK(out == "a b");
}

// The 32-bit values are those of libfasttext 0.9.2's Dictionary::hash; the 64-bit ones follow from the published
// constants of FNV-1a, computed in Python.
TEST_CASE("Hashes are fastText's and FNV-1a's") {
  struct Known {
    std::string_view folded;
    std::uint32_t hash;
    std::uint64_t key;
  };
  const Known known[] = {
      {"", 2166136261U, 0xcbf29ce484222325U},       {"a", 3826002220U, 0xaf63dc4c8601ec8cU},
      {"the", 3020861980U, 0x56f5c9194461d57cU},    {"don't", 1773164909U, 0x5d8f29ab8255632dU},
      {"</s>", 3617362777U, 0x7bd4011ad427ea99U},   {"0", 890022063U, 0xaf63ad4c86019cafU},
      {"g00", 27112374U, 0xd4499118fa28bb56U},      {"café", 1970454601U, 0x48e8823acfa40d89U},
      {"москва", 4256028433U, 0x6890702883f2fd51U}, {"“", 814890585U, 0x56404c1b88509659U},
      {"naïve", 3440832043U, 0x1e858bc68a6332abU},
  };
  for (const Known& word : known) {
    INFO(word.folded);
    CHECK(hash_folded(word.folded).hash == word.hash);
    CHECK(hash_folded(word.folded).key == word.key);
  }
}

TEST_CASE("Hashing a token equals hashing its folded form, whatever its bytes") {
  std::mt19937 random(20240607);
  for (int round = 0; round < 20000; ++round) {
    std::string token;
    for (auto length = random() % 12; length > 0; --length) token.push_back(static_cast<char>(random() % 256));
    for (const auto kind : {TokenKind::kWord, TokenKind::kNumber, TokenKind::kPunctuation}) {
      REQUIRE(equal(hash_token(token, kind), hash_folded(folded(token, kind))));
    }
  }
}

TEST_CASE("Tokens carry the hashes of their folded form") {
  for (const std::string text : {"The G20’s DON'T-list: 1,200 cafés, CAFÉS; x_1 and __ at 9 a.m. — über 3.5bn!",
                                 "МОСКВА, Ὀδυσσεύς e\u0301te\u0301 \u0663\u0664 \u4E2D\u6587 \U0001F600 @home"}) {
    const Article article = article_of_block(text);
    const Text segmented = segment(article);
    REQUIRE(segmented.tokens.size() > 5);
    for (const Token& token : segmented.tokens) {
      INFO(token.span.of(article.text));
      CHECK(equal({token.hash, token.key}, hash_token(token.span.of(article.text), token.kind)));
    }
  }
}
