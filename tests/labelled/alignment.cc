// A machine's sentences aligned with their originals: which words changed, and which words they replaced.
#include "labelled/alignment.h"

#include <random>
#include <string>

#include "support/article.h"
#include "support/catch.h"
#include "support/english.h"
#include "text/fold.h"

namespace calque {
namespace {

Text tokens_in(const std::string& sentence) { return segment(testing::article_of_block(sentence)); }

// "written=meant" for each changed word; "-" stands for no word.
std::string changes(const std::string& machine, const std::string& original) {
  const Text written = tokens_in(machine);
  const Text meant = tokens_in(original);
  std::string drawn;
  for (const AlignedWord& word : align_words(written.tokens, meant.tokens)) {
    if (!word.is_changed) continue;
    drawn += drawn.empty() ? "" : " ";
    drawn += word.machine ? written.tokens[*word.machine].span.of(machine) : "-";
    drawn += "=";
    drawn += word.original ? meant.tokens[*word.original].span.of(original) : "-";
  }
  return drawn;
}

std::string stretches(const std::string& machine, const std::string& original) {
  const Text written = tokens_in(machine);
  const Text meant = tokens_in(original);
  std::string drawn;
  for (const ChangedStretch& stretch : changed_stretches(align_words(written.tokens, meant.tokens))) {
    const auto text_of = [](const Text& text, const std::string& of, std::uint32_t begin, std::uint32_t end) {
      if (begin == end) return std::string("-");
      return of.substr(text.tokens[begin].span.begin, text.tokens[end - 1].span.end - text.tokens[begin].span.begin);
    };
    drawn += drawn.empty() ? "" : " / ";
    drawn += text_of(written, machine, stretch.machine_begin, stretch.machine_end) + "=" +
             text_of(meant, original, stretch.original_begin, stretch.original_end);
  }
  return drawn;
}

TEST_CASE("A replaced word is aligned with the word that replaced it") {
  CHECK(changes("The main slap was awarded to the city.", "The main blow was dealt to the city.") ==
        "slap=blow awarded=dealt");
  CHECK(changes("Shares rose.", "Shares rose.").empty());
  CHECK(changes("THE Shares rose", "the shares rose!").empty());
}

TEST_CASE("Added and dropped words are aligned with nothing") {
  CHECK(changes("He died the Thursday.", "He died Thursday.") == "the=-");
  CHECK(changes("He said that would come.", "He said that he would come.") == "-=he");
  CHECK(changes("", "Nothing came.") == "-=Nothing -=came");
  CHECK(changes("Nothing came.", "") == "Nothing=- came=-");
  CHECK(changes("", "").empty());
}

TEST_CASE("A word that moved is dropped in one place and added in the other") {
  CHECK(changes("The council city met again.", "The city council met again.") == "-=city city=-");
}

TEST_CASE("A content word does not replace a function word") {
  CHECK(changes("He came harbour.", "He came there.") == "-=there harbour=-");
}

TEST_CASE("Neighbouring changes make one stretch, with the marks inside it") {
  CHECK(stretches("The main slap, awarded today, was hard.", "The main blow, dealt today, was hard.") ==
        "slap, awarded=blow, dealt");
  CHECK(stretches("He died the Thursday in a clinic.", "He died Thursday in a hospital.") == "the=- / clinic=hospital");
}

TEST_CASE("Whatever the two texts are, the alignment has every word once and in order") {
  std::mt19937 random(20261124);
  for (int round = 0; round < 3000; ++round) {
    std::vector<Token> lists[2];
    const unsigned longest = round % 100 == 0 ? 3000 : 30;
    for (std::vector<Token>& list : lists) {
      list.resize(random() % longest);
      for (Token& token : list) {
        token.kind = random() % 5 == 0 ? TokenKind::kPunctuation : TokenKind::kWord;
        token.key = random() % 4 == 0 ? hash_folded("the").key : random() % 20;
      }
    }
    std::vector<std::uint32_t> seen[2];
    for (const AlignedWord& word : align_words(lists[0], lists[1])) {
      REQUIRE((word.machine || word.original));
      if (word.machine) seen[0].push_back(*word.machine);
      if (word.original) seen[1].push_back(*word.original);
      const bool is_same = word.machine && word.original && lists[0][*word.machine].key == lists[1][*word.original].key;
      REQUIRE(word.is_changed == !is_same);
    }
    for (int side = 0; side < 2; ++side) {
      std::vector<std::uint32_t> words;
      for (std::uint32_t i = 0; i < lists[side].size(); ++i) {
        if (lists[side][i].kind != TokenKind::kPunctuation) words.push_back(i);
      }
      REQUIRE(seen[side] == words);
    }
  }
}

}  // namespace
}  // namespace calque
