// The files of a language's folder: which lines are valid, and the errors for others.
#include "base/word_hash.h"
#include "language/en/english.h"
#include "language/language.h"
#include "language/language_name.h"
#include "support/catch.h"

namespace calque {
namespace {

std::string refusal(const LanguageSource& source) {
  const auto language = read_language(source);
  if (language) return "";
  CHECK(language.error().kind == ErrorKind::kModel);
  return language.error().message;
}

LanguageSource with_words(std::string_view word_lists) { return {"qx", 0.2, word_lists, "", "", nullptr}; }

TEST_CASE("A language may have no lists, and blank lines and comments are skipped") {
  CHECK(refusal(with_words("")) == "");
  CHECK(refusal(with_words("\n# function words\n\nfunction\tka  mo\n")) == "");
}

TEST_CASE("A list may have several lines, and its words are found by their keys") {
  const auto language = read_language(with_words("function\tka mo\nfunction\tti"));
  REQUIRE(language);
  for (const char* const word : {"ka", "mo", "ti"}) CHECK(language->function_words.contains(key_of(word)));
  CHECK_FALSE(language->function_words.contains(key_of("k")));
  CHECK_FALSE(language->personal_words.contains(key_of("ka")));
}

TEST_CASE("A wrong line is refused with its file, its number and what is wrong with it") {
  CHECK(refusal(with_words("function\tka\nfunktion\tmo\n")) == "word_lists.tsv:2: no such kind of line: \"funktion\"");
  CHECK(refusal(with_words("function ka")) == "word_lists.tsv:1: no value after a tab: \"function ka\"");
  CHECK(refusal({"qx", 0.2, "", "\n\ntitle\tMr", "", nullptr}) ==
        "abbreviations.tsv:3: no such kind of line: \"title\"");
  CHECK(refusal({"qx", 0.2, "", "", "inline\t.", nullptr}).starts_with("page_furniture.tsv:1: "));
}

TEST_CASE("Words of the lists are found and others are not") {
  const Language& language = english();
  CHECK(language.code == "en");
  for (const char* const word : {"the", "there's", "while"}) CHECK(language.function_words.contains(key_of(word)));
  for (const char* const word : {"i", "you'll"}) CHECK(language.personal_words.contains(key_of(word)));
  for (const char* const word : {"i'm", "may", "sunday"}) CHECK(language.no_names.contains(key_of(word)));
  CHECK_FALSE(language.function_words.contains(key_of("minister")));
  CHECK_FALSE(language.personal_words.contains(key_of("the")));
  CHECK_FALSE(language.no_names.contains(key_of("talvi")));
  CHECK(language.abbreviations.kind_of("Messrs") == Abbreviation::kNeverLast);
  CHECK(language.abbreviations.kind_of("I") == Abbreviation::kNone);
  CHECK(language.abbreviations.kind_of("J.K") == Abbreviation::kInitials);
  CHECK(language.furniture.is_menu_entry("about us"));
}

TEST_CASE("ICU names every language, and an unknown code is its own name") {
  CHECK(language_name("es") == "Spanish");
  CHECK(language_name("cs") == "Czech");
  CHECK(language_name("qx") == "qx");
  CHECK(language_name("") == "");
}

}  // namespace
}  // namespace calque
