// What holds of all findings, in any text.
#include <algorithm>
#include <array>
#include <random>

#include "support/catch.h"
#include "support/passages.h"

namespace calque {
namespace {

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// Pieces that detectors look for, in pieces that they do not expect.
std::string random_text(std::mt19937& random) {
  static constexpr auto kPieces = std::to_array<std::string_view>({
      "the",  "The", "*",     "#", "PRS_ORG", "&",  "quot",     ";",        "@",     "-",          "@-@",     "<",
      "unk",  ">",   "⟨",     "⟩", "__NUM__", ".",  ",",        "Thursday", "today", "13",         "January", "пик",
      "是",   "é",   "🙂",  "’", "\"",      "\n", "work.The", "died",     "in",    "afterwards", "take",    "to",
      "cape", "has", "place", "[", "]",       "a",  "of",       "slap",     "main",
  });
  std::string text;
  for (std::size_t pieces = random() % 40; pieces > 0; --pieces) {
    text += kPieces[random() % kPieces.size()];
    if (random() % 4 != 0) text += ' ';
  }
  return text;
}

TEST_CASE("findings lie in the text, on code points, in order, each once, each with its reason") {
  std::mt19937 random(20261103);
  for (int round = 0; round < 5000; ++round) {
    std::string text = random_text(random);
    std::vector<Finding> findings = findings_in(text);
    INFO(text);
    for (const Finding& finding : findings) {
      REQUIRE(finding.span.begin < finding.span.end);
      REQUIRE(finding.span.end <= text.size());
      REQUIRE(is_boundary(text, finding.span.begin));
      REQUIRE(is_boundary(text, finding.span.end));
      REQUIRE_FALSE(finding.why.empty());
      REQUIRE_FALSE(finding.detector.empty());
    }
    REQUIRE(std::ranges::is_sorted(findings, {}, [](const Finding& finding) { return finding.span.begin; }));
    auto alike = std::ranges::adjacent_find(
        findings, [](const Finding& a, const Finding& b) { return a.span == b.span && a.detector == b.detector; });
    REQUIRE(alike == findings.end());
  }
}

TEST_CASE("a finding inside another of its type is left out") {
  const std::vector<Finding> findings = findings_in("The main slap was felt in the city.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].detector == "phrase");
}

TEST_CASE("the frame fills in the detector's id and type") {
  std::vector<Finding> findings = findings_in("He left the the room.");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].detector == "doubled-word");
  CHECK(findings[0].type == ArtifactType::kRepetition);
  CHECK(findings[0].suggestion == "the");
}

TEST_CASE("a word three times in a row is a major finding") {
  CHECK(findings_in("The lunar lunar probe.").at(0).severity == Severity::kMinor);
  CHECK(findings_in("The lunar lunar lunar probe.").at(0).severity == Severity::kMajor);
}

TEST_CASE("a loop is one finding, however long, and what is no loop costs no more for being long") {
  std::string loop = "They spoke ";
  std::string list = "Of ";
  for (int i = 0; i < 20000; ++i) {
    loop += "about that ";
    list += "a b ";
  }
  CHECK(findings_in(loop).size() == 1);
  CHECK(findings_in(list).empty());
}

TEST_CASE("boilerplate is not searched") {
  Article article = article_of("Read the the latest news");
  article.blocks[0].kind = BlockKind::kBoilerplate;
  CHECK(findings_in(article, english_lexicons()).empty());
}

TEST_CASE("nothing is found in an empty article") { CHECK(findings_in("").empty()); }

TEST_CASE("a phrase in disguise is found") {
  for (const char* text : {"He spoke of the main sl\u0430p.", "He spoke of the ma\u200Bin slap."}) {
    const std::vector<Finding> findings = findings_in(text);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].detector == "phrase");
    CHECK(findings[0].span.begin == 12);
  }
}

TEST_CASE("every artifact type has a name of its own") {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kArtifactTypes; ++i) names.push_back(artifact_name(static_cast<ArtifactType>(i)));
  std::ranges::sort(names);
  CHECK(std::ranges::adjacent_find(names) == names.end());
  CHECK(artifact_name(ArtifactType::kWrongSense) == "wrong_sense");
  CHECK(artifact_name(ArtifactType::kPageMark) == "page_mark");
  CHECK(artifact_group(ArtifactType::kPageMark) == "page");
}

TEST_CASE("A finding inside another of its type is kept if it alone says what to read instead") {
  const std::vector<Finding> findings =
      findings_in("They agreed on the withdrawal of the forces of pace of the Union of the South.");
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].detector == "of-chain");
  CHECK(findings[1].detector == "phrase");
  CHECK(findings[1].suggestion == "peacekeeping forces");
}

}  // namespace
}  // namespace calque
