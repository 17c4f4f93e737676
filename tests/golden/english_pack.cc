// The pack that the build makes keeps the README's promises.
#include <filesystem>

#include "calque/analyzer.h"
#include "calque/feed.h"
#include "support/catch.h"

namespace calque {
namespace {

const std::string kSource = CALQUE_SOURCE_DIR;
const std::string kPack = CALQUE_BINARY_DIR "/share/calque/en.calque";

// The sample feed's documents, by id. The ids of round trips end in their route.
std::vector<Document> sample_feed() {
  const auto source = open_feed(kSource + "/tools/sample/feed.jsonl", FeedFormat::kJsonl);
  REQUIRE(source);
  std::vector<Document> documents;
  RecordParser parser;
  for (auto record = (*source)->next(); record && *record; record = (*source)->next()) {
    auto document = parser.parse(**record);
    REQUIRE(document);
    documents.push_back(std::move(*document));
  }
  return documents;
}

bool is_round_trip(const std::string& id) {
  return id.ends_with("-spa") || id.ends_with("-cat") || id.ends_with("-ita");
}

TEST_CASE("The pack stays within its size") { CHECK(std::filesystem::file_size(kPack) < 36'000'000); }

TEST_CASE("None of the sample feed's human articles is called machine-translated, and nearly all round trips are") {
  const auto analyzer = Analyzer::load(kPack);
  REQUIRE(analyzer);
  int round_trips = 0;
  int caught = 0;
  for (const Document& document : sample_feed()) {
    const Verdict verdict = analyzer->analyze(document).verdict;
    const bool machine = verdict.label == Label::kMachine;
    round_trips += is_round_trip(document.id);
    caught += is_round_trip(document.id) && machine;
    const bool is_bad_translation = document.id == "reform-speech-arabic" || document.id == "old-bridge-italian";
    INFO(document.id);
    if (!is_round_trip(document.id)) CHECK(machine == is_bad_translation);
  }
  CHECK(round_trips == 10);
  CHECK(caught >= 9);
}

TEST_CASE("An article in Spanish has no findings, although some of its words match English rules") {
  const auto analyzer = Analyzer::load(kPack);
  REQUIRE(analyzer);
  std::size_t others = 0;
  for (const Document& document : sample_feed()) {
    const Analysis analysis = analyzer->analyze(document);
    if (analysis.verdict.basis != Basis::kOtherLanguage) continue;
    ++others;
    CHECK(analysis.text.words > 0);
    CHECK(analysis.findings.empty());
    CHECK(analysis.head_scores.empty());
  }
  CHECK(others == 1);
}

TEST_CASE("A stricter rate of false alarms never lowers the threshold") {
  double last = 0;
  for (const double rate : {0.5, 0.1, 0.05, 0.02, 0.01, 0.005, 0.001, 0.0001}) {
    AnalyzerOptions options;
    options.max_fpr = rate;
    const auto analyzer = Analyzer::load(kPack, options);
    REQUIRE(analyzer);
    CHECK(analyzer->threshold() >= last);
    last = analyzer->threshold();
  }
}

}  // namespace
}  // namespace calque
