// Which texts get a verdict. Others get the reason why not, and no guess.
#include "verdict/basis.h"

#include "support/article.h"
#include "support/catch.h"
#include "support/english.h"

namespace calque {
namespace {

Basis basis(const std::string& article) { return basis_of(segment(testing::article_of_block(article)), english(), 12); }

TEST_CASE("Texts with too few words, no words or in another language get a basis and no guess") {
  CHECK(basis("The minister said so.") == Basis::kTooShort);
  CHECK(basis("El ministro dijo el jueves que la retirada de las fuerzas comenzará dentro de unos pocos días.") ==
        Basis::kOtherLanguage);
  CHECK(basis("") == Basis::kNotText);
  CHECK(basis("\u2014 ... !!!") == Basis::kNotText);
}

TEST_CASE("The least number of words, and the least share of function words, are enough") {
  CHECK(basis("The minister said on Thursday that the withdrawal of forces would begin.") == Basis::kScored);
  CHECK(basis("Ministro dijo jueves retirada fuerzas comenzaba dentro pocos días más allá.") == Basis::kTooShort);
  CHECK(basis("Ministro dijo jueves retirada fuerzas comenzaba dentro pocos días más allá hoy.") ==
        Basis::kOtherLanguage);
  const std::string twenty =
      "The of the ministro dijo jueves retirada fuerzas comenzaba dentro pocos días más allá hoy ayer cerca lejos casi "
      "nunca";
  CHECK(basis(twenty + ".") == Basis::kScored);
  CHECK(basis(twenty + " jamás.") == Basis::kOtherLanguage);
}

TEST_CASE("Every occurrence of a function word counts, whatever its case") {
  const Text text = segment(testing::article_of_block("The end of THE road. Nowhere else, then."));
  REQUIRE(text.words == 8);
  CHECK(function_word_share(text, english()) == Approx(3.0 / 8));
}

}  // namespace
}  // namespace calque
