// Confusion sets come out of their section as they went in, and no section can crash them.
#include "context/confusion_sets.h"

#include <random>

#include "support/catch.h"
#include "support/placed.h"
#include "text/fold.h"

namespace calque {
namespace {

std::vector<ConfusedPair> two_pairs() {
  return {{"slap", "hit", "", "ca", ArtifactType::kWrongSense, -2, 5, 9},
          {"slap", "blow", "golpe", "es", ArtifactType::kWrongSense, 1, 5, 7},
          {"pace", "peace", "pace", "it", ArtifactType::kResidue, 0.5F, 6, 8}};
}

TEST_CASE("A written word leads to what may have been meant, the likeliest first") {
  const Placed placed(build_confusion_sets(two_pairs()));
  const auto sets = ConfusionSets::load(placed.bytes());
  REQUIRE(sets);
  CHECK(sets->words() == 2);
  CHECK(sets->pairs() == 3);
  const ConfusedWord* const slap = sets->find(hash_folded("slap").key);
  REQUIRE(slap != nullptr);
  CHECK(slap->level == 5);
  const auto meanings = sets->meanings(*slap);
  REQUIRE(meanings.size() == 2);
  CHECK(sets->string(meanings[0].word) == "blow");
  CHECK(sets->string(meanings[0].foreign) == "golpe");
  CHECK(kPairLanguages[meanings[0].language] == "es");
  CHECK(meanings[0].level == 7);
  CHECK(meanings[0].key == hash_folded("blow").key);
  CHECK(sets->string(meanings[1].word) == "hit");
  CHECK(sets->string(meanings[1].foreign).empty());
  CHECK(sets->find(hash_folded("blow").key) == nullptr);
}

TEST_CASE("The order in which pairs are given does not matter") {
  std::vector<ConfusedPair> pairs = two_pairs();
  std::swap(pairs[0], pairs[2]);
  CHECK(build_confusion_sets(pairs) == build_confusion_sets(two_pairs()));
}

TEST_CASE("Nothing is found where nothing was loaded, or no pair given") {
  CHECK(ConfusionSets().find(7) == nullptr);
  const Placed placed(build_confusion_sets({}));
  const auto sets = ConfusionSets::load(placed.bytes());
  REQUIRE(sets);
  CHECK(sets->find(7) == nullptr);
}

TEST_CASE("A section that was tampered with is refused, or read within its bounds") {
  const std::string sound = build_confusion_sets(two_pairs());
  std::mt19937 random(20261124);
  for (int round = 0; round < 20'000; ++round) {
    const std::string section = tampered(sound, round, random);
    const Placed placed(section);
    const auto sets = ConfusionSets::load(placed.bytes());
    if (!sets) continue;
    for (const char* const word : {"slap", "pace", "peace"}) {
      const ConfusedWord* const found = sets->find(hash_folded(word).key);
      if (found == nullptr) continue;
      for (const Meaning& meaning : sets->meanings(*found)) {
        CHECK(sets->string(meaning.word).size() <= section.size());
        CHECK(sets->string(meaning.foreign).size() <= section.size());
      }
    }
  }
}

}  // namespace
}  // namespace calque
