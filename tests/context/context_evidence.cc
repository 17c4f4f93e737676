// What the words around a word say of it, with evidence made up for the purpose.
#include "context/context_evidence.h"

#include <cmath>
#include <cstring>
#include <limits>
#include <random>

#include "context/context_reader.h"
#include "support/catch.h"
#include "support/passages.h"
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
    tables.meant[pair][level].fill(3);
    if (level == 1) continue;  // seen, but as good as never
    tables.written[pair][level].fill(-3);
  }
  tables.topic_meant = 1;
  tables.topic_written = -1;
  tables.minor_threshold = 2;
  tables.major_threshold = 4;
  tables.usual_rate = 0.01F;
  return tables;
}

std::string bytes_of(const EvidenceTables& tables) { return {reinterpret_cast<const char*>(&tables), sizeof tables}; }

PackSections made_up_sections() {
  const std::vector<CountedNgram> ngrams = {
      {pair_ngram(key("main"), key("blow")), 4},
      {pair_ngram(key("the"), key("blow")), 4},
      {pair_ngram(key("the"), key("slap")), 4},
      {triple_ngram(key("usual"), key("slap"), key("there")), 5},
      {pair_ngram(key("usual"), key("blow")), 4},
      {pair_ngram(key("usual"), key("slap")), 0},
      {pair_ngram(key("slap"), key("there")), 0},
      {pair_ngram(key("slap"), key("then")), 0},
      {triple_ngram(key("usual"), key("slap"), key("then")), 1},
  };
  const std::vector<ConfusedPair> pairs = {
      {"slap", "blow", "golpe", "es", ArtifactType::kWrongSense, 0, 5, 7},
      {"slap", "hit", "golpe", "es", ArtifactType::kWrongSense, 2, 5, 7},
      {"pace", "blow", "pace", "it", ArtifactType::kResidue, 2, 5, 7},
  };
  const std::vector<TopicPair> topics = {{key("blow"), key("economy"), 1.5F}, {key("slap"), key("cheek"), 1.5F}};
  const std::vector<WordLevel> words = {{key("slap"), 5}, {key("blow"), 7}};
  return {{"evidence/ngrams", *build_ngram_counts(ngrams)},
          {"evidence/sets", build_confusion_sets(pairs)},
          {"evidence/topics", build_topic_words(topics)},
          {"evidence/tables", bytes_of(made_up_tables())},
          {"evidence/words", build_word_levels(words, 1000)}};
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

TEST_CASE("Words further off tell which of the two is at home in the sentence") {
  CHECK(made_up_findings("The main slap of the night went to the left cheek.").empty());
  CHECK(made_up_findings("The main slap of the night went to the economy.").size() == 1);
}

TEST_CASE("Topics alone find nothing") { CHECK(made_up_findings("It was a hard slap for the whole economy.").empty()); }

TEST_CASE("Where a first reading finds more than originals have, a closer one questions usual words, too") {
  CHECK(made_up_findings("It was a usual slap then.").empty());
  CHECK(made_up_findings("It was the main slap of all. It was a usual slap then.").size() == 2);
  CHECK(made_up_findings("It was the main slap of all. It was a usual slap there.").size() == 1);
}

TEST_CASE("The threshold falls with what a first reading found, by the logarithm and no further than the most") {
  EvidenceTables tables = made_up_tables();
  tables.usual_rate = 0.001F;
  CHECK_FALSE(closer_reading(tables, 0, 100));
  CHECK_FALSE(closer_reading(tables, 1, 2000));
  const auto closer = closer_reading(tables, 2, 1000);
  REQUIRE(closer);
  CHECK(closer->threshold == Approx(2 - std::log(3.0 / 2.0)));
  CHECK(closer->questions_usual_ones);
  CHECK(closer_reading(tables, 1000, 1000)->threshold == Approx(2 - kMostLowered));
}

TEST_CASE("Names are left alone, and so is a word with a capital") {
  CHECK(made_up_findings("It was the main Slap of all.").empty());
}

// The best meaning at a place as the tables were fitted: every meaning, all its n-grams.
std::optional<WeighedMeaning> weigh_all(const NgramCounts& counts, const ConfusionSets& sets, const TopicWords& topics,
                                        const EvidenceTables& tables, std::span<const ContextWord> words,
                                        std::size_t at, const Scrutiny& scrutiny) {
  std::optional<WeighedMeaning> best;
  if (!scrutiny.questions_usual_ones && is_usual(counts, words, at)) return best;
  const NearTopics near(SentenceTopics(topics, words, at), at);
  visit_meanings(
      counts, sets, words, at,
      [&](const Meaning& meaning, const ContextLevels& meant, const ConfusedWord& word, const ContextLevels& written) {
        const float score = score_of(tables, near, meaning, meant, word, written);
        if (score >= scrutiny.threshold && (!best || score > best->score)) {
          best = WeighedMeaning{at, &meaning, score};
        }
      });
  return best;
}

TEST_CASE("Leaving out look-ups that cannot matter changes no finding") {
  const auto pack = Pack::open(CALQUE_SOURCE_DIR "/models/en/evidence.calque");
  REQUIRE(pack);
  const auto evidence = ContextEvidence::load(*pack);
  const auto sets = ConfusionSets::load(pack->section("evidence/sets"));
  const auto topics = TopicWords::load(pack->section("evidence/topics"));
  REQUIRE((evidence && sets && topics));
  EvidenceTables tables;
  std::memcpy(&tables, pack->section("evidence/tables").data(), sizeof tables);
  // Words that questions are asked of, in an order that nobody would write.
  constexpr std::array<std::string_view, 24> kWords = {"the",     "a",       "of",     "coin",   "joint", "swipe",
                                                       "persons", "actions", "fell",   "hard",   "board", "directors",
                                                       "in",      "price",   "main",   "board",  "to",    "years",
                                                       "prison",  "single",  "dollar", "shares", "met",   "condemned"};
  std::mt19937 random(20261124);
  int found = 0;
  for (int round = 0; round < 20'000; ++round) {
    const Scrutiny scrutiny = {tables.minor_threshold - static_cast<float>(round % 3), round % 2 == 1};
    std::vector<ContextWord> words(7);
    for (ContextWord& word : words) word = {key(kWords[random() % kWords.size()]), 0};
    const auto all = weigh_all(evidence->counts(), *sets, *topics, tables, words, 3, scrutiny);
    std::vector<WeighedMeaning> quick;
    const std::vector<std::int8_t> pairs = pair_levels(evidence->counts(), words);
    ContextReader(*evidence, scrutiny).read({words, pairs}, std::array{std::size_t{3}}, quick);
    REQUIRE(all.has_value() == !quick.empty());
    if (!all) continue;
    ++found;
    CHECK(sets->string(all->meaning->word) == evidence->sets().string(quick[0].meaning->word));
    CHECK(all->score == Approx(quick[0].score).margin(1e-4));
  }
  CHECK(found > 100);
}

TEST_CASE("Evidence whose sections are missing, cut short or not numbers is refused by name") {
  for (std::size_t left_out = 0; left_out < 3; ++left_out) {
    PackSections sections = made_up_sections();
    sections.erase(sections.begin() + static_cast<std::ptrdiff_t>(left_out));
    CHECK_FALSE(load(sections));
  }
  PackSections cut = made_up_sections();
  cut[3].second.pop_back();
  CHECK_FALSE(load(cut));
  EvidenceTables tables = made_up_tables();
  tables.meant[0][0][0] = std::numeric_limits<float>::quiet_NaN();
  PackSections broken = made_up_sections();
  broken[3].second = bytes_of(tables);
  const auto refused = load(broken);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kModel);
  CHECK(refused.error().message.find("evidence") != std::string::npos);
}

TEST_CASE("Evidence that has counted nothing, or says so, is refused") {
  PackSections sections = made_up_sections();
  sections[0].second = *build_ngram_counts({});
  const auto refused = load(sections);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("n-gram counts: there are none") != std::string::npos);
}

TEST_CASE("A pack without evidence finds nothing by it") {
  const auto lexicons = load({{"other", "x"}});
  REQUIRE(lexicons);
  CHECK(lexicons->evidence.is_empty());
  CHECK(findings_in("It was the main slap of all.", *lexicons).empty());
}

}  // namespace
}  // namespace calque
