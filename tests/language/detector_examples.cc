// Runs each detector's examples through all detectors: a sentence that one must pass, none may flag.
#include <algorithm>
#include <set>

#include "language/en/grammar.h"
#include "support/catch.h"
#include "support/marked.h"
#include "support/passages.h"

namespace calque {
namespace {

std::vector<Finding> of_detector(std::vector<Finding> findings, std::string_view id) {
  std::erase_if(findings, [&](const Finding& finding) { return finding.detector != id; });
  return findings;
}

TEST_CASE("a detector finds exactly the bracketed places of its examples") {
  for (const Detector* detector : en::grammar().detectors()) {
    for (std::string_view example : detector->flagged) {
      Marked marked = read_marked(example);
      std::vector<Finding> found = of_detector(findings_in(marked.text, english_evidence()), detector->id);
      INFO(detector->id);
      CHECK(draw(marked.text, spans_of(found)) == draw(marked.text, marked.spans));
    }
  }
}

TEST_CASE("no detector finds anything in a sentence that one of them must pass") {
  for (const Detector* detector : en::grammar().detectors()) {
    for (std::string_view example : detector->passed) {
      const bool is_by_evidence = detector->id == "wrong-sense" || detector->id == "phrase-salad";
      std::vector<Finding> found = findings_in(example, is_by_evidence ? english_evidence() : english_lexicons());
      INFO(detector->id);
      CHECK(draw(example, spans_of(found)) == example);
    }
  }
}

// The thresholds of the evidence allow about one finding in 1,000 words of news. These sentences are harder: they were
// written to come close to what detectors and phrases look for.
TEST_CASE("of the sentences that other detectors must pass, evidence flags less than four in 1,000 words") {
  double findings = 0;
  double words = 0;
  const auto count = [&](std::string_view example) {
    findings += static_cast<double>(of_detector(findings_in(example, english_evidence()), "wrong-sense").size());
    words += segment(article_of(example)).words;
  };
  for (const Detector* detector : en::grammar().detectors()) {
    for (std::string_view example : detector->passed) count(example);
  }
  for (const PhraseEntry& entry : english_phrases()) count(entry.passed);
  CHECK(findings < words * 4 / 1000);
}

TEST_CASE("every detector except those of lexicons has examples of both kinds") {
  for (const Detector* detector : en::grammar().detectors()) {
    if (detector->id == "phrase") continue;
    INFO(detector->id);
    CHECK_FALSE(detector->flagged.empty());
    CHECK_FALSE(detector->passed.empty());
  }
}

TEST_CASE("a detector's id is kebab-case and unique") {
  std::set<std::string_view> seen;
  for (const Detector* detector : en::grammar().detectors()) {
    INFO(detector->id);
    CHECK(seen.insert(detector->id).second);
    CHECK(detector->id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
    CHECK_FALSE(detector->id.starts_with('-'));
    CHECK_FALSE(detector->id.ends_with('-'));
  }
}

TEST_CASE("a detector gives its reason in one sentence and names a category of MQM") {
  for (const Detector* detector : en::grammar().detectors()) {
    INFO(detector->id);
    CHECK(detector->why.ends_with('.'));
    CHECK(detector->mqm.find('/') != std::string_view::npos);
  }
}

}  // namespace
}  // namespace calque
