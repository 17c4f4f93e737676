// The C interface says what the library says, in structs that can grow, and never throws.
#include <calque.h>

#include <array>
#include <cmath>
#include <cstring>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "calque/analyzer.h"
#include "calque/report.h"
#include "support/catch.h"

namespace calque {
namespace {

using Handle = std::unique_ptr<calque_analyzer, decltype(&calque_free_analyzer)>;
using AnalysisHandle = std::unique_ptr<calque_analysis, decltype(&calque_free_analysis)>;

const std::string kPack = CALQUE_BINARY_DIR "/share/calque/en.calque";

Handle load(const calque_options& options) {
  calque_analyzer* analyzer = nullptr;
  std::array<char, CALQUE_MESSAGE_SIZE> message{};
  const calque_status status = calque_load(kPack.c_str(), &options, &analyzer, message.data());
  INFO(message.data());
  REQUIRE(status == CALQUE_OK);
  return {analyzer, calque_free_analyzer};
}

AnalysisHandle analyze(const Handle& analyzer, std::string_view text) {
  calque_analysis* analysis = nullptr;
  REQUIRE(calque_analyze(analyzer.get(), text.data(), text.size(), &analysis) == CALQUE_OK);
  return {analysis, calque_free_analysis};
}

calque_finding finding_of(const AnalysisHandle& analysis, std::size_t index) {
  calque_finding finding{};
  finding.size = sizeof finding;
  REQUIRE(calque_get_finding(analysis.get(), index, &finding) == CALQUE_OK);
  return finding;
}

calque_verdict verdict_of(const AnalysisHandle& analysis) {
  calque_verdict verdict{};
  verdict.size = sizeof verdict;
  REQUIRE(calque_get_verdict(analysis.get(), &verdict) == CALQUE_OK);
  return verdict;
}

// Long enough to be judged.
std::string article() {
  std::string text;
  for (int i = 0; i < 8; ++i) {
    text +=
        "The minister of the transports declared the Monday that the the new bridge of the city will be opened .\n\n";
  }
  return text;
}

Document document_of(std::string_view text) {
  Document document;
  document.id = "é";
  document.bytes = text;
  document.charset = "utf-8";
  return document;
}

TEST_CASE("the verdict and its JSON are those of the library") {
  const calque_options options = CALQUE_OPTIONS;
  const Handle analyzer = load(options);
  const auto library = Analyzer::load(kPack);
  REQUIRE(library);
  const Document document = document_of(article());
  const Analysis expected = library->analyze(document);
  REQUIRE(expected.verdict.basis == Basis::kScored);

  const AnalysisHandle analysis = analyze(analyzer, document.bytes);
  const calque_verdict verdict = verdict_of(analysis);
  CHECK(verdict.label == static_cast<std::uint32_t>(expected.verdict.label));
  CHECK(verdict.probability == *expected.verdict.probability);
  CHECK(verdict.original == expected.verdict.posterior->original);
  CHECK(verdict.translation == expected.verdict.posterior->translation);
  CHECK(verdict.quality == *expected.verdict.quality);
  CHECK(verdict.quality_low == expected.verdict.quality_interval->low);
  CHECK(verdict.quality_high == expected.verdict.quality_interval->high);
  CHECK(std::isnan(verdict.source_language_share) == expected.verdict.source_language.empty());
  CHECK(verdict.words == expected.text.words);
  CHECK(verdict.sentences == expected.text.sentences.size());
  REQUIRE(verdict.findings == expected.findings.size());
  REQUIRE(verdict.findings > 0);
  for (std::size_t i = 0; i < expected.findings.size(); ++i) {
    const calque_finding finding = finding_of(analysis, i);
    CHECK(finding.type == artifact_name(expected.findings[i].type));
    CHECK(finding.detector == expected.findings[i].detector);
    CHECK(finding.why == expected.findings[i].why);
    CHECK(finding.start == expected.findings[i].span.begin);
  }

  std::string json;
  append_json(document, expected, *library, {true, OffsetUnit::kBytes}, json);
  json.pop_back();
  const std::size_t size = calque_write_json(analysis.get(), document.id.c_str(), nullptr, 0);
  REQUIRE(size == json.size());
  std::vector<char> buffer(size + 1, 'x');
  calque_write_json(analysis.get(), document.id.c_str(), buffer.data(), buffer.size());
  CHECK(std::string(buffer.data()) == json);
  CHECK(calque_write_json(analysis.get(), document.id.c_str(), buffer.data(), 5) == size);
  CHECK(std::string(buffer.data()) == json.substr(0, 4));
  CHECK(calque_model(analyzer.get()) == library->model());
  CHECK(calque_threshold(analyzer.get()) == library->threshold());
}

TEST_CASE("what there is not is NaN or NULL") {
  const Handle analyzer = load(CALQUE_OPTIONS);
  const AnalysisHandle analysis = analyze(analyzer, "");
  const calque_verdict verdict = verdict_of(analysis);
  CHECK(verdict.label == CALQUE_UNDECIDED);
  CHECK(verdict.basis == CALQUE_NOT_TEXT);
  CHECK(std::isnan(verdict.probability));
  CHECK(std::isnan(verdict.original));
  CHECK(std::isnan(verdict.quality_low));
  CHECK(verdict.source_language == nullptr);
  CHECK(std::string(calque_label_name(verdict.label)) == "undecided");
  CHECK(std::string(calque_basis_name(verdict.basis)) == "not_text");
  CHECK(calque_label_name(3) == nullptr);
  CHECK(calque_basis_name(7) == nullptr);
}

TEST_CASE("places are counted in the unit that was asked for, in the text that calque_text gives") {
  const std::string text = "“\xF0\x9F\x98\x80 He left the the town.";
  for (const auto& [unit, start] : std::vector<std::pair<calque_offsets, std::uint32_t>>{
           {CALQUE_BYTES, 16}, {CALQUE_CODE_POINTS, 11}, {CALQUE_UTF16, 12}}) {
    calque_options options = CALQUE_OPTIONS;
    options.offsets = unit;
    const AnalysisHandle analysis = analyze(load(options), text);
    const calque_finding finding = finding_of(analysis, 0);
    CHECK(finding.start == start);
    CHECK(finding.end == start + 7);
    CHECK(std::string(finding.suggestion) == "the");
  }
  std::size_t size = 0;
  const AnalysisHandle repaired = analyze(load(CALQUE_OPTIONS), "\xFFHe left the the town.");
  CHECK(std::string(calque_text(repaired.get(), &size)) == "\xEF\xBF\xBDHe left the the town.");
  CHECK(size == 24);
  CHECK(finding_of(repaired, 0).start == 11);
}

TEST_CASE("an older caller gets what it knows of a struct, and a newer one zeros for what this library does not know") {
  const AnalysisHandle analysis = analyze(load(CALQUE_OPTIONS), article());
  calque_verdict old{};
  std::memset(&old, 0x55, sizeof old);
  old.size = offsetof(calque_verdict, quality);
  REQUIRE(calque_get_verdict(analysis.get(), &old) == CALQUE_OK);
  CHECK(old.size == offsetof(calque_verdict, quality));
  CHECK(old.probability == verdict_of(analysis).probability);
  CHECK(old.words == 0x55555555);

  struct Newer {
    calque_verdict known;
    std::uint64_t more;
  } newer{};
  std::memset(static_cast<void*>(&newer), 0x55, sizeof newer);
  newer.known.size = sizeof newer;
  REQUIRE(calque_get_verdict(analysis.get(), &newer.known) == CALQUE_OK);
  CHECK(newer.known.words == verdict_of(analysis).words);
  CHECK(newer.more == 0);

  calque_options options = CALQUE_OPTIONS;
  options.size = offsetof(calque_options, prior);
  options.prior = 7;  // beyond what this caller says it knows
  CHECK(load(options) != nullptr);
}

TEST_CASE("what makes no sense is refused with a message, and crashes nothing") {
  calque_analyzer* analyzer = nullptr;
  std::array<char, CALQUE_MESSAGE_SIZE> message{};
  CHECK(calque_load("/nowhere.calque", nullptr, &analyzer, message.data()) == CALQUE_MODEL);
  CHECK(std::string(message.data()).find("/nowhere.calque") != std::string::npos);
  CHECK(analyzer == nullptr);
  CHECK(calque_load(("/" + std::string(2000, 'x')).c_str(), nullptr, &analyzer, message.data()) == CALQUE_MODEL);
  CHECK(std::strlen(message.data()) < CALQUE_MESSAGE_SIZE);
  CHECK(calque_load("/nowhere.calque", nullptr, &analyzer, nullptr) == CALQUE_MODEL);
  CHECK(calque_load(kPack.c_str(), nullptr, nullptr, nullptr) == CALQUE_USAGE);
  calque_options options = CALQUE_OPTIONS;
  options.max_fpr = NAN;
  CHECK(calque_load(kPack.c_str(), &options, &analyzer, message.data()) == CALQUE_USAGE);
  options = CALQUE_OPTIONS;
  options.offsets = 3;
  CHECK(calque_load(kPack.c_str(), &options, &analyzer, message.data()) == CALQUE_USAGE);

  const Handle loaded = load(CALQUE_OPTIONS);
  calque_analysis* analysis = nullptr;
  CHECK(calque_analyze(loaded.get(), nullptr, 1, &analysis) == CALQUE_USAGE);
  CHECK(calque_analyze(nullptr, "a", 1, &analysis) == CALQUE_USAGE);
  CHECK(calque_analyze(loaded.get(), "a", 1, nullptr) == CALQUE_USAGE);
  const AnalysisHandle nothing = analyze(loaded, "Nothing here.");
  calque_finding finding{};
  CHECK(calque_get_finding(nothing.get(), 0, &finding) == CALQUE_USAGE);
  finding.size = sizeof finding;
  CHECK(calque_get_finding(nothing.get(), 0, &finding) == CALQUE_USAGE);
  CHECK(calque_get_verdict(nothing.get(), nullptr) == CALQUE_USAGE);
  calque_free_analysis(nullptr);
  calque_free_analyzer(nullptr);
}

TEST_CASE("threads share an analyzer, and an analysis outlives it") {
  Handle analyzer = load(CALQUE_OPTIONS);
  std::vector<AnalysisHandle> analyses;
  for (int i = 0; i < 4; ++i) analyses.emplace_back(nullptr, calque_free_analysis);
  std::vector<std::thread> threads;
  for (AnalysisHandle& analysis : analyses) {
    threads.emplace_back([&] {
      calque_analysis* made = nullptr;
      const std::string text = article();
      calque_analyze(analyzer.get(), text.data(), text.size(), &made);
      analysis.reset(made);
    });
  }
  for (std::thread& thread : threads) thread.join();
  analyzer.reset();
  for (const AnalysisHandle& analysis : analyses) {
    REQUIRE(analysis);
    CHECK(verdict_of(analysis).probability == verdict_of(analyses[0]).probability);
    CHECK(calque_write_json(analysis.get(), nullptr, nullptr, 0) > 100);
  }
}

}  // namespace
}  // namespace calque
