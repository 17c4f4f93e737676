// What the words around a word say of it, with evidence made up for the purpose.
#include "artifacts/context_evidence.h"

#include <cstring>
#include <filesystem>
#include <limits>

#include "passages.h"
#include "support/catch.h"
#include "support/scratch.h"
#include "text/fold.h"

namespace calque {
namespace {

std::uint64_t key(std::string_view word) { return hash_folded(word).key; }

// A pair that was seen speaks for a word by 3, for whatever it stands in; nothing else counts.
EvidenceTables made_up_tables() {
  EvidenceTables tables{};
  const auto pair = static_cast<std::size_t>(ContextNgram::kPairBefore);
  for (std::size_t level = 1; level <= kLevels; ++level) {
    for (LevelTable& table : tables.meant) table[pair][level].fill(3);
    for (LevelTable& table : tables.written) table[pair][level].fill(-3);
  }
  tables.minor_threshold = 2;
  tables.major_threshold = 4;
  return tables;
}

std::string bytes_of(const EvidenceTables& tables) { return {reinterpret_cast<const char*>(&tables), sizeof tables}; }

PackSections made_up_sections() {
  const std::vector<CountedNgram> ngrams = {
      {pair_ngram(key("main"), key("blow")), 4},  {pair_ngram(key("the"), key("blow")), 4},
      {pair_ngram(key("the"), key("slap")), 4},   {triple_ngram(key("usual"), key("slap"), key("there")), 5},
      {pair_ngram(key("usual"), key("blow")), 4},
  };
  const std::vector<ConfusedPair> pairs = {
      {"slap", "blow", "golpe", "es", ArtifactType::kWrongSense, PairSource::kEngine, 0, 5, 7},
      {"slap", "hit", "golpe", "es", ArtifactType::kWrongSense, PairSource::kDictionary, 2, 5, 7},
      {"pace", "blow", "pace", "it", ArtifactType::kResidue, PairSource::kDictionary, 2, 5, 7},
  };
  return {{"evidence/ngrams", *build_ngram_counts(ngrams)},
          {"evidence/sets", build_confusion_sets(pairs)},
          {"evidence/tables", bytes_of(made_up_tables())}};
}

Expected<Lexicons> load(const PackSections& sections) {
  const testing::Scratch scratch;
  REQUIRE(write_pack(scratch.path("p"), sections));
  return Lexicons::load(*Pack::open(scratch.path("p")));
}

std::vector<Finding> made_up_findings(std::string_view text) {
  static const Lexicons kLexicons = *load(made_up_sections());
  return findings_in(text, kLexicons);
}

TEST_CASE("A word is found where another one goes better with its neighbours") {
  const std::vector<Finding> findings = made_up_findings("It was the main slap of all.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].detector == "wrong-sense");
  CHECK(findings[0].type == ArtifactType::kWrongSense);
  CHECK(findings[0].suggestion == "blow");
  CHECK(findings[0].language == "es");
  CHECK(findings[0].severity == Severity::kMinor);
  CHECK(findings[0].why == R"("slap" for "blow": Spanish "golpe" is both.)");
}

TEST_CASE("Overwhelming evidence is major, and a word left as it was says so") {
  const std::vector<Finding> findings = made_up_findings("It was the main pace of all.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::kMajor);
  CHECK(findings[0].type == ArtifactType::kResidue);
  CHECK(findings[0].why == R"("pace" is Italian for "blow".)");
}

TEST_CASE("Nothing is said where both words go with the neighbours, or neither") {
  CHECK(made_up_findings("It was the slap of all.").empty());
  CHECK(made_up_findings("It was a hard slap of all.").empty());
}

TEST_CASE("A word that is usual between its neighbours is not questioned") {
  CHECK(made_up_findings("It was a usual slap there.").empty());
  CHECK(made_up_findings("It was a usual slap here.").size() == 1);
}

TEST_CASE("Names are left alone, and so is a word with a capital") {
  CHECK(made_up_findings("It was the main Slap of all.").empty());
}

TEST_CASE("Evidence whose sections are missing, cut short or not numbers is refused by name") {
  for (std::size_t left_out = 0; left_out < 2; ++left_out) {
    PackSections sections = made_up_sections();
    sections.erase(sections.begin() + static_cast<std::ptrdiff_t>(left_out));
    CHECK_FALSE(load(sections));
  }
  PackSections cut = made_up_sections();
  cut[2].second.pop_back();
  CHECK_FALSE(load(cut));
  EvidenceTables tables = made_up_tables();
  tables.meant[1][0][0][0] = std::numeric_limits<float>::quiet_NaN();
  PackSections broken = made_up_sections();
  broken[2].second = bytes_of(tables);
  const auto refused = load(broken);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kModel);
  CHECK(refused.error().message.find("evidence") != std::string::npos);
}

TEST_CASE("A pack without evidence finds nothing by it") {
  const auto lexicons = load({{"other", "x"}});
  REQUIRE(lexicons);
  CHECK(lexicons->evidence.is_empty());
  CHECK(findings_in("It was the main slap of all.", *lexicons).empty());
}

}  // namespace
}  // namespace calque
