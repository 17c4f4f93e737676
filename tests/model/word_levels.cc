// Which words English has, as a pack stores it.
#include "model/word_levels.h"

#include <random>

#include "base/word_hash.h"
#include "support/catch.h"

namespace calque {
namespace {

Expected<WordLevels> load(const std::string& section) { return WordLevels::load(std::as_bytes(std::span(section))); }

std::vector<WordLevel> random_words(std::size_t count) {
  std::mt19937_64 random(20261201);
  std::vector<WordLevel> words;
  for (std::size_t i = 0; i < count; ++i) {
    words.push_back({random(), static_cast<std::uint8_t>(random() % (kMaxLevel + 1))});
  }
  return words;
}

TEST_CASE("Each word has its level, and other words have none") {
  const std::vector<WordLevel> words = random_words(20000);
  const std::string section = build_word_levels(words, 1000000);
  const auto levels = load(section);
  REQUIRE(levels);
  CHECK(levels->words() == 1000000);
  for (const WordLevel& word : words) REQUIRE(levels->level(word.key) == word.level);
  std::mt19937_64 random(7);
  int known = 0;
  for (int i = 0; i < 100000; ++i) known += levels->level(random()) != kNoLevel ? 1 : 0;
  CHECK(known <= 1);
}

TEST_CASE("The order of the words does not change the section") {
  std::vector<WordLevel> words = random_words(1000);
  const std::string section = build_word_levels(words, 5);
  std::ranges::reverse(words);
  CHECK((build_word_levels(words, 5) == section));
}

TEST_CASE("Without a section no word is known") {
  const WordLevels none;
  CHECK(none.is_empty());
  CHECK(none.level(key_of("the")) == kNoLevel);
}

TEST_CASE("A damaged section is refused, and no look-up in an accepted one runs on") {
  const std::string section = build_word_levels(random_words(100), 1000);
  CHECK_FALSE(load(""));
  CHECK_FALSE(load(section.substr(0, section.size() - 4)));
  CHECK_FALSE(load(section + "more"));
  std::string full = section;
  std::ranges::fill(full.begin() + 16, full.end(), '\1');  // no cell is free
  CHECK_FALSE(load(full));
  CHECK_FALSE(load(build_word_levels({}, 0)));
}

}  // namespace
}  // namespace calque
