// Which words translations confuse, from a dictionary and from round trips.
#include "lab/evidence/pairs.h"

#include "lab/evidence/british.h"
#include "lab/evidence/inflection.h"
#include "support/catch.h"
#include "support/scratch.h"

namespace calque::evidence {
namespace {

Pairs dictionary_pairs(
    const std::string& lines, const WordCount& count = [](const std::string&) { return 1000; }) {
  const calque::testing::Scratch scratch;
  Pairs pairs;
  read_dictionary(scratch.write("dictionary.tsv", "lang\theadword\tpos\tglosses\n" + lines), count, {100, 100}, pairs);
  return pairs;
}

TEST_CASE("Two glosses of one foreign word are a pair, in all their forms") {
  const Pairs pairs = dictionary_pairs("es\tgolpe\tm\tblow, hit (hard)\nes\tgolpe\tm\ta slap or knock\n");
  CHECK(pairs.facts.contains({"slap", "blow"}));
  CHECK(pairs.facts.contains({"blow", "slap"}));
  CHECK(pairs.facts.contains({"slaps", "blows"}));
  CHECK_FALSE(pairs.facts.contains({"slap", "blows"}));
  CHECK_FALSE(pairs.facts.contains({"hard", "blow"}));
  const PairFacts& facts = pairs.facts.at({"slap", "blow"});
  CHECK(facts.foreign == "golpe");
  CHECK(facts.language == "es");
  CHECK(facts.headwords == 1);
  CHECK_FALSE(facts.is_untranslated);
}

TEST_CASE("Verbs have all their tenses, irregular ones too") {
  const Pairs pairs = dictionary_pairs("es\tdar\tvt\tto give; to award\n");
  CHECK(pairs.facts.contains({"award", "give"}));
  CHECK(pairs.facts.contains({"awarded", "gave"}));
  CHECK(pairs.facts.contains({"awarded", "given"}));
  CHECK(pairs.facts.contains({"awarding", "giving"}));
}

TEST_CASE("A foreign word that is an English word of another meaning is a pair with its translation") {
  const Pairs pairs = dictionary_pairs("it\tpace\tf\tpeace\n");
  REQUIRE(pairs.facts.contains({"pace", "peace"}));
  CHECK(pairs.facts.at({"pace", "peace"}).is_untranslated);
  CHECK(pairs.facts.at({"pace", "peace"}).foreign == "pace");
  CHECK_FALSE(pairs.facts.contains({"peace", "pace"}));
}

TEST_CASE("Words that are rare in English, and explanations longer than a word, make no pairs") {
  const auto count = [](const std::string& word) { return word == "blow" ? 500 : 5; };
  const Pairs pairs = dictionary_pairs("es\tgolpe\tm\tblow; bump; gust of wind\n", count);
  CHECK(pairs.facts.empty());
}

TEST_CASE("A round trip shows which word was written for which") {
  Pairs pairs;
  mine_round_trip({"1", "spa", {"The main swipe was hard for the city."}, {"The main blow was hard for the city."}},
                  pairs);
  mine_round_trip({"2", "cat-ita", {"A swipe was dealt."}, {"A blow was dealt."}}, pairs);
  const PairFacts& facts = pairs.facts.at({"swipe", "blow"});
  CHECK(facts.trips == std::array<std::uint32_t, kHalves>{1, 1});
  CHECK(facts.language.empty());  // the route is no evidence: no dictionary has a word for both
  CHECK(pairs.facts.size() == 1);
  CHECK(pairs.originals[0].at("the") == 2);
  CHECK(pairs.originals[1].count("the") == 0);
}

TEST_CASE("Names are not mined") {
  Pairs pairs;
  mine_round_trip({"1", "spa", {"He met Iglesias there."}, {"He met Church there."}}, pairs);
  CHECK(pairs.facts.empty());
}

TEST_CASE("Forms follow the rules of English spelling") {
  CHECK(noun_forms("city") == std::vector<std::string>{"city", "cities"});
  CHECK(noun_forms("bus") == std::vector<std::string>{"bus", "buses"});
  CHECK(verb_forms("march") == std::vector<std::string>{"march", "marches", "marched", "marched", "marching"});
  CHECK(verb_forms("stop") == std::vector<std::string>{"stop", "stops", "stopped", "stopped", "stopping"});
  CHECK(verb_forms("give") == std::vector<std::string>{"give", "gives", "gave", "given", "giving"});
  CHECK(verb_forms("agree") == std::vector<std::string>{"agree", "agrees", "agreed", "agreed", "agreeing"});
  CHECK(are_forms_of_one_word("marched", "marching"));
  CHECK(are_forms_of_one_word("city", "cities"));
  CHECK_FALSE(are_forms_of_one_word("march", "mark"));
}

TEST_CASE("British spellings are recognised") {
  CHECK(american_spelling("neighbourhood") == "neighborhood");
  CHECK(american_spelling("recognised") == "recognized");
  CHECK(american_spelling("organisations") == "organizations");
  CHECK(american_spelling("centre") == "center");
  CHECK(american_spelling("travelled") == "traveled");
  CHECK(american_spelling("learnt") == "learned");
  CHECK(american_spelling("analysed") == "analyzed");
  CHECK(american_spelling("organisers") == "organizers");
  CHECK(american_spelling("scepticism") == "skepticism");
  CHECK(american_spelling("afterwards") == "afterward");
  CHECK(american_spelling("awards") == "awards");
  CHECK(is_british_word("trousers"));
  CHECK_FALSE(is_british_word("pants"));
  CHECK(american_spelling("board") == "board");
  CHECK(american_spelling("this") == "this");
}

}  // namespace
}  // namespace calque::evidence
