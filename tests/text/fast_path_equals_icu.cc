// The fast path has its own code for the boundary rules, and must never differ from ICU, the reference.
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/catch.h"
#include "text/break_classes.h"
#include "text/segmented.h"

namespace calque {

static bool operator==(const Token& a, const Token& b) {
  return a.span == b.span && a.kind == b.kind && a.hash == b.hash && a.key == b.key;
}

static bool operator==(const Sentence& a, const Sentence& b) {
  return a.span == b.span && a.token_begin == b.token_begin && a.token_end == b.token_end && a.block == b.block;
}

}  // namespace calque

using namespace calque;
using namespace calque::testing;

namespace {

std::string utf8(UChar32 c) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  int length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  return {bytes.data(), static_cast<std::size_t>(length)};
}

void check_alike(const Article& article, const Segmenter& segmenter = english_segmenter()) {
  const Text fast = segmenter.segment(article);
  const Text icu = segmenter.segment_with_icu(article);
  const bool alike = std::ranges::equal(fast.tokens, icu.tokens) && std::ranges::equal(fast.sentences, icu.sentences) &&
                     fast.words == icu.words;
  if (alike) return;
  CAPTURE(draw_items(article.text, icu.tokens), draw_items(article.text, icu.sentences));
  CAPTURE(draw_items(article.text, fast.tokens), draw_items(article.text, fast.sentences));
  REQUIRE(alike);
}

std::string random_text(std::mt19937& random, const std::vector<std::string>& alphabet, std::size_t longest) {
  std::string text;
  for (auto length = random() % (longest + 1); length > 0; --length) text += alphabet[random() % alphabet.size()];
  return text;
}

void check_random_texts(const std::vector<std::string>& alphabet, int rounds) {
  std::mt19937 random(1931);
  for (int round = 0; round < rounds; ++round) {
    check_alike(article_of_block(random_text(random, alphabet, round % 8 == 0 ? 80 : 12)));
  }
}

const std::vector<std::string> kCommon = {"a",      "b",      "Z",      "A",      "0",
                                          "9",      ".",      ".",      ",",      ":",
                                          ";",      "'",      "\"",     "!",      "?",
                                          "-",      "_",      "@",      "(",      ")",
                                          "/",      " ",      " ",      " ",      "\n",
                                          "\r",     "\t",     "\u00A0", "’",      "‘",
                                          "“",      "”",      "—",      "–",      "…",
                                          "€",      "é",      "É",      "ж",      "Ж",
                                          "α",      "Α",      "\u0627", "\u0628", "\u0661",
                                          "\u066B", "\u00B7", "\u2024", "\u2027", "\u01C5",
                                          "\u0130", "\u0085", "\u2028", "\u2029", std::string("\0", 1),
                                          "\x01",   "\x0B",   "\x0C",   "\x7f"};

const std::vector<std::string> kRare = {"\u0301", "\u200D", "\u200B", "\u00AD",     "\uFEFF",
                                        "\uFFFD", "\u4E2D", "\u65E5", "\u3042",     "\u30A2",
                                        "\uAC00", "\u05D0", "\u0E01", "\U0001F600", "\U0001F1E6"};

}  // namespace

TEST_CASE("The fast path equals ICU on random strings of common scripts") { check_random_texts(kCommon, 60000); }

TEST_CASE("The fast path equals ICU on random strings of any script") {
  auto alphabet = kCommon;
  alphabet.insert(alphabet.end(), kRare.begin(), kRare.end());
  check_random_texts(alphabet, 20000);
}

TEST_CASE("The fast path equals ICU on random words around periods, quotes and abbreviations") {
  check_random_texts({"Mr.", "U.S.",  "a.m.", "Inc.", "No.", "e.g.",     "J.",  "Sept.", "The", "Monday",
                      "GMT", "house", "7",    "3.5",  "I",   "\u0627.A", "x.Y", " ",     " ",   " ",
                      " ",   "\n",    "”",    "\"",   "(",   ")",        "?",   "!",     ",",   "’s"},
                     30000);
}

TEST_CASE("The fast path equals ICU for each character that it reads, between marks of every kind") {
  const std::vector<std::string> neighbours = {"a", "A", "0",      ".", "!", " ",   "\"",
                                               ",", "_", "\u0627", "’", "(", "\x01"};
  std::mt19937 random(7);
  for (UChar32 c = 0; c < kBreakClassLimit; ++c) {
    if (english_segmenter().break_classes()[c].word == WordClass::kComplex) continue;
    for (int round = 0; round < 8; ++round) {
      const auto pick = [&] { return neighbours[random() % neighbours.size()]; };
      check_alike(article_of_block(pick() + pick() + utf8(c) + pick() + "b. " + utf8(c) + pick() + "B" + utf8(c)));
    }
  }
}

TEST_CASE("The fast path reads all characters of usual English news") {
  for (const UChar32 c :
       {U'a', U'7', U'.', U'\n', U'\u00A0', U'’', U'“', U'—', U'…', U'€', U'é', U'ж', U'α', U'\u0627'}) {
    INFO(utf8(c));
    CHECK(english_segmenter().break_classes()[c].word != WordClass::kComplex);
  }
}

TEST_CASE("The fast path equals ICU in languages with other boundaries: a colon inside a word, a semicolon that asks") {
  const auto count_in = [](const std::string& code, const std::string& text) {
    const auto language = read_language({code, 0, "", "", "", {}});
    REQUIRE(language);
    const Segmenter segmenter(*language);
    check_alike(article_of_block(text), segmenter);
    const Text segmented = segmenter.segment(article_of_block(text));
    return std::pair(segmented.tokens.size(), segmented.sentences.size());
  };
  CHECK(count_in("en", "EU:s dag") == std::pair(std::size_t{4}, std::size_t{1}));
  CHECK(count_in("sv", "EU:s dag") == std::pair(std::size_t{2}, std::size_t{1}));
  CHECK(count_in("en", "Πού; Εδώ.").second == 1);
  CHECK(count_in("el", "Πού; Εδώ.").second == 2);
  CHECK(count_in("qx", "Ti rema. Ka vela; mo.").second == 2);
}

TEST_CASE("The fast path equals ICU on paragraphs") {
  check_alike(article_of_lines(
      "Harbour works “on schedule”, says minister\n"
      "The new quay at Port Ellery — begun in Sept. 2011 and since delayed twice — will open at 9 a.m. Monday, Mr. "
      "Okafor "
      "said. “We’re 99.5% done,” he added; “the rest isn't my job.” Was he sure? He was...\n"
      "Costs rose from €1,200,000 to $3.5m (see p. 7). Brightwater Inc., the U.S. builder, blamed J.K. Holm & Co.\r\n"
      "Contact: press_office@quay.example or 555-0199.\u2028Follow @portellery #quay \u00A9 2012\n"
      "Жители Москвы и Αθήνα: «Да!» Он ушёл. سلام. مرحبا؟ Então não.\n"
      "\u4E2D\u6587\u3002\u65B0\u805E \U0001F600\U0001F1EB\U0001F1F7 cafe\u0301 co\u00ADoperate שלום.\n"));
}

// The training data is beside the project on developers' machines, not in it.
TEST_CASE("The fast path equals ICU on the training data") {
  const auto data = std::filesystem::path(CALQUE_SOURCE_DIR) / "../shared/data/articles/train-bbc.jsonl.gz";
  if (!std::filesystem::exists(data)) {
    WARN("skipped: no " << data);
    return;
  }
  const std::unique_ptr<FILE, int (*)(FILE*)> lines(popen(("zcat '" + data.string() + "'").c_str(), "r"), pclose);
  REQUIRE(lines);
  std::vector<char> buffer(1 << 20);
  int articles = 0;
  // The raw lines with their JSON, as a rich source of marks.
  while (std::fgets(buffer.data(), static_cast<int>(buffer.size()), lines.get()) != nullptr) {
    check_alike(article_of_block(buffer.data()));
    ++articles;
  }
  CHECK(articles > 2000);
}
