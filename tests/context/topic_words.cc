// Topics come out of their section as they went in, and no section can crash them.
#include "context/topic_words.h"

#include <random>
#include <vector>

#include "support/catch.h"
#include "support/placed.h"
#include "text/fold.h"

namespace calque {
namespace {

std::uint64_t key(std::string_view word) { return hash_folded(word).key; }

std::vector<TopicPair> some_pairs() {
  return {{key("chord"), key("piano"), 4.7F},
          {key("chord"), key("band"), 1.3F},
          {key("agreement"), key("ministers"), 2.1F},
          {key("agreement"), key("band"), 3.9F}};
}

float association(const TopicWords& words, std::string_view word, std::initializer_list<std::string_view> near) {
  std::vector<std::uint16_t> topics;
  for (const std::string_view topic : near) {
    if (const auto number = words.topic(key(topic))) topics.push_back(*number);
  }
  return words.association(key(word), topics);
}

TEST_CASE("A word is associated with its topics as strongly as they say, in steps") {
  const Placed placed(build_topic_words(some_pairs()));
  const auto words = TopicWords::load(placed.bytes());
  REQUIRE(words);
  CHECK(words->topics() == 3);
  CHECK(words->pairs() == 4);
  CHECK(association(*words, "chord", {"piano"}) == kAssociations[3]);
  CHECK(association(*words, "chord", {"band"}) == kAssociations[0]);
  CHECK(association(*words, "agreement", {"ministers"}) == kAssociations[1]);
  CHECK(association(*words, "agreement", {"band"}) == kAssociations[2]);
}

TEST_CASE("What stands near adds up, and what is no topic of a word adds nothing") {
  const Placed placed(build_topic_words(some_pairs()));
  const auto words = TopicWords::load(placed.bytes());
  REQUIRE(words);
  CHECK(association(*words, "chord", {"piano", "band", "ministers"}) == kAssociations[3] + kAssociations[0]);
  CHECK(association(*words, "chord", {"ministers"}) == 0);
  CHECK(association(*words, "piano", {"band"}) == 0);
  CHECK_FALSE(words->topic(key("chord")));
}

TEST_CASE("The order in which pairs are given does not matter to the section") {
  std::vector<TopicPair> pairs = some_pairs();
  std::swap(pairs[0], pairs[3]);
  CHECK(build_topic_words(pairs) == build_topic_words(some_pairs()));
}

TEST_CASE("Where nothing was loaded, or no pair given, nothing is associated") {
  CHECK(TopicWords().association(key("chord"), std::vector<std::uint16_t>{0, 1}) == 0);
  const Placed placed(build_topic_words({}));
  const auto words = TopicWords::load(placed.bytes());
  REQUIRE(words);
  CHECK_FALSE(words->topic(key("piano")));
}

TEST_CASE("A section of topics that was tampered with is refused, or read within its bounds") {
  const std::string sound = build_topic_words(some_pairs());
  std::mt19937 random(20261124);
  int refused = 0;
  for (int round = 0; round < 20'000; ++round) {
    const std::string section = tampered(sound, round, random);
    const Placed placed(section);
    const auto words = TopicWords::load(placed.bytes());
    if (!words) ++refused;
    if (words) CHECK(association(*words, "chord", {"piano", "band"}) <= 2 * kAssociations[3]);
  }
  CHECK(refused > 1000);
}

}  // namespace
}  // namespace calque
