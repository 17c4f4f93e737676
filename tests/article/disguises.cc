// Words disguised with look-alike letters or invisible characters are read as the plain words.
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include "article/disguise.h"
#include "article/reading.h"
#include "base/utf8.h"
#include "support/marked.h"

namespace calque {
namespace {

// The text as it is read, with what was disguised in [brackets].
std::string drawn(std::string text) {
  const Article article = normalized(std::move(text));
  return draw(article.text, article.disguised);
}

TEST_CASE("Letters of other scripts that look like Latin ones are read as those") {
  CHECK(drawn("the main sl\u0430p") == "the main [slap]");
  CHECK(drawn("\u0422he \u041Cain slap") == "[The] [Main] slap");
  CHECK(drawn("the f\u03BFr\u0441\u0435s of p\uFF41ce") == "the [forces] of [pace]");
  CHECK(drawn("na\u00EFve c\u0430f\u00E9") == "na\u00EFve [caf\u00E9]");
}

TEST_CASE("Characters that cannot be seen are taken out of words") {
  CHECK(drawn("the sl\u200Bap") == "the [slap]");
  CHECK(drawn("t\u200Dh\u2060e m\u202Eain sl\uFEFFap") == "[the] [main] [slap]");
}

TEST_CASE("Soft hyphens are taken out, and what stands at a word's edge, but they disguise nothing") {
  CHECK(drawn("a co\u00ADope\u00ADrative") == "a cooperative");
  CHECK(drawn("\u200EThe list\u200B is long\uFEFF.") == "The list is long.");
}

TEST_CASE("Words of other scripts, signs and numbers stay as they are") {
  for (const char* text :
       {"\u041C\u043E\u0441\u043A\u0432\u0430 and \u0421\u0421\u0421\u0420", "5 k\u03A9 and 3 \u03BCm",
        "the \u0394x of \u03B1-carotene", "\u0645\u200C\u0627 says it", "a\u0301\u0328\u0430\u0301x",
        "\u041C\u043E\u0441\u043A\u0432\u0430Tower", "1\u200B000", "\U0001F469\u200D\U0001F680 flies"}) {
    INFO(text);
    CHECK_FALSE(undisguise(text));
  }
}

TEST_CASE("Places in a word without its disguise lead back to the word that came in") {
  const Article article = normalized("cafe\u0301 sl\u200Ba\u0440!");
  REQUIRE(article.text == "caf\u00E9 slap!");
  CHECK(article.input == "cafe\u0301 sl\u200Ba\u0440!");
  REQUIRE(article.disguised.size() == 1);
  CHECK(article.offsets.to_input(article.disguised[0].begin) == 7);
  CHECK(article.offsets.to_input(8) == 12);   // before the "a"
  CHECK(article.offsets.to_input(9) == 13);   // behind the "a"
  CHECK(article.offsets.to_input(10) == 15);  // behind the "p"
  CHECK(article.offsets.to_input(11) == 16);
}

icu::UnicodeString skeleton(const icu::UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  USpoofChecker* const checker = uspoof_open(&error);
  icu::UnicodeString result;
  uspoof_getSkeletonUnicodeString(checker, 0, text, result, &error);
  uspoof_close(checker);
  REQUIRE(U_SUCCESS(error));
  return result;
}

TEST_CASE("Every look-alike is one by Unicode's table of confusables") {
  int known = 0;
  for (UChar32 c = 0x0370; c < 0x0530; ++c) {
    std::string letter;
    append_utf8(static_cast<char32_t>(c), letter);
    const auto plain = undisguise("q" + letter + "q");
    if (!plain) continue;
    ++known;
    INFO(letter);
    REQUIRE(plain->text.size() == 3);
    CHECK(skeleton(icu::UnicodeString(c)) == skeleton(icu::UnicodeString(static_cast<UChar32>(plain->text[1]))));
  }
  CHECK(known > 40);
}

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> kPieces = {"a",       "l",      "P",      " ",         ".",      "7",
                                                   "\u0430",  "\u0440", "\u0416", "\u03BF",    "\u03A9", "\uFF41",
                                                   "\u200B",  "\u202E", "\u00AD", "\uFEFF",    "\u0301", "\u00E9",
                                                   "e\u0301", "\u4E2D", "\u0645", "\U0001F642"};
  std::string text;
  for (auto left = random() % 20; left > 0; --left) text += kPieces[random() % kPieces.size()];
  return text;
}

TEST_CASE("Whatever is disguised, the text is in Form C, without disguise, and leads back in order") {
  std::mt19937 random(1917);
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(error);
  for (int round = 0; round < 30'000; ++round) {
    const std::string text = random_text(random);
    const Article article = normalized(text);
    INFO(text);
    REQUIRE(is_valid_utf8(article.text));
    REQUIRE(nfc->isNormalizedUTF8(article.text, error));
    REQUIRE_FALSE(undisguise(article.text));
    REQUIRE(article.input_text() == text);
    std::uint32_t behind = 0;
    for (std::uint32_t at = 0; at <= article.text.size(); ++at) {
      REQUIRE(article.offsets.to_input(at) >= behind);
      behind = article.offsets.to_input(at);
    }
    REQUIRE(behind == text.size());
  }
}

}  // namespace
}  // namespace calque
