// Findings point into normalised text; reports point into what came in.
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "article/disguise.h"
#include "article/reading.h"
#include "base/utf8.h"

namespace calque {
namespace {

TEST_CASE("Text in Form C is not copied and maps to itself") {
  for (const std::string& text : {std::string("Plain."), std::string("caf\u00E9 \u2019\u2014 \u4E2D \U0001F600")}) {
    const Article article = normalized(text);
    CHECK(article.text == text);
    CHECK(article.input.empty());
    CHECK(article.offsets.is_identity());
    CHECK(article.offsets.to_input(3) == 3);
    CHECK(&article.input_text() == &article.text);
  }
}

TEST_CASE("Composed letters lead back to what they came from") {
  const Article article = normalized("a cafe\u0301 here");  // a cafe + combining acute
  CHECK(article.text == "a caf\u00E9 here");
  CHECK(article.input == "a cafe\u0301 here");
  CHECK(article.offsets.to_input(4) == 4);
  CHECK(article.offsets.to_input(5) == 5);    // before the letter
  CHECK(article.offsets.to_input(7) == 8);    // after it
  CHECK(article.offsets.to_input(12) == 13);  // the end
}

TEST_CASE("A change at the very end maps the end to the end") {
  const Article article = normalized("cafe\u0301");
  CHECK(article.text == "caf\u00E9");
  CHECK(article.offsets.to_input(5) == 6);
}

TEST_CASE("Text may grow") {
  const Article article = normalized("\u0958!");  // a composition exclusion: two code points in Form C
  CHECK(article.text == "\u0915\u093C!");
  CHECK(article.offsets.to_input(0) == 0);
  CHECK(article.offsets.to_input(3) == 0);
  CHECK(article.offsets.to_input(6) == 3);
  CHECK(article.offsets.to_input(7) == 4);
}

std::string random_text(std::mt19937& random) {
  constexpr std::pair<char32_t, unsigned> kRanges[] = {{'a', 26},    {0x300, 0x50}, {0xC0, 0x100}, {0x1100, 0x80},
                                                       {0x2000, 64}, {0x2120, 16},  {0x900, 0x80}, {0x1E00, 0x100},
                                                       {0x1D15E, 8}, {0x2F800, 32}, {0xAC00, 256}, {0x320, 16}};
  std::string text;
  for (auto left = random() % 24; left > 0; --left) {
    const auto& [begin, size] = kRanges[random() % std::size(kRanges)];
    append_utf8(begin + random() % size, text);
  }
  return text;
}

std::string nfc(const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  std::string out;
  icu::Normalizer2::getNFCInstance(error)->normalize(icu::UnicodeString::fromUTF8(text), error).toUTF8String(out);
  return out;
}

bool starts_character(const std::string& text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

TEST_CASE("Offsets of any text lead back in order, to characters, and unchanged text to itself") {
  std::mt19937 random(21);
  int changed = 0;
  for (int round = 0; round < 20'000; ++round) {
    const std::string input = random_text(random);
    const Article article = normalized(input);
    const auto plain = undisguise(nfc(input));
    REQUIRE(article.text == (plain ? plain->text : nfc(input)));
    REQUIRE(article.input_text() == input);
    changed += !article.offsets.is_identity();
    const auto size = static_cast<std::uint32_t>(article.text.size());
    REQUIRE(article.offsets.to_input(size) == input.size());
    std::uint32_t last = 0;
    for (std::uint32_t at = 0; at <= size; ++at) {
      const std::uint32_t back = article.offsets.to_input(at);
      REQUIRE(back >= last);
      if (starts_character(article.text, at)) REQUIRE(starts_character(input, back));
      last = back;
    }
  }
  CHECK(changed > 1000);
}

TEST_CASE("Words between changes map to the same words") {
  std::mt19937 random(22);
  for (int round = 0; round < 3'000; ++round) {
    std::string input;
    std::vector<std::string> words;
    for (int i = 0; i < 8; ++i) {
      words.push_back("w" + std::to_string(random() % 100'000));
      input += words.back() + " " + random_text(random) + " ";
    }
    const Article article = normalized(input);
    std::uint32_t from = 0;
    for (const std::string& word : words) {
      const auto at = static_cast<std::uint32_t>(article.text.find(word + " ", from));
      const auto end = at + static_cast<std::uint32_t>(word.size());
      const std::uint32_t begin = article.offsets.to_input(at);
      REQUIRE(article.input_text().substr(begin, article.offsets.to_input(end) - begin) == word);
      from = end;
    }
  }
}

}  // namespace
}  // namespace calque
