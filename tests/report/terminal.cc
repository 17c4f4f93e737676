// The report for people. No text of an article may be a command to the terminal.
#include "report/terminal.h"

#include <algorithm>
#include <random>

#include "report/example.h"
#include "report/screen.h"
#include "support/catch.h"

using namespace calque;

namespace {

std::string explained(const Analysis& analysis, bool color = false, unsigned width = 80) {
  Document document;
  document.id = "sample";
  return explain(document, analysis, {{}, 0.8, "en-test 0123"}, {color, width});
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string without_escapes(const std::string& text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\x1b') {
      at = text.find('m', at);
    } else {
      plain += text[at];
    }
  }
  return plain;
}

}  // namespace

TEST_CASE("The verdict comes first, in a sentence for each basis") {
  Analysis analysis = test::analysis_of("Some words of an article.");
  analysis.verdict = {Label::kMachine, Basis::kScored, 0.968, 31.2, "es", 0.75};
  CHECK(verdict_sentence(analysis, 0.8) ==
        "Machine translation, probability 0.97 (quality 31 of 100), probably from Spanish (75 % of the findings that "
        "name "
        "a language).");
  analysis.verdict.probability = 0.9998;
  CHECK(contains(verdict_sentence(analysis, 0.8), "probability >0.99 "));
  analysis.verdict = {Label::kHuman, Basis::kScored, 0.002, std::nullopt, ""};
  CHECK(contains(verdict_sentence(analysis, 0.8), "translation <0.01."));
  analysis.verdict = {Label::kHuman, Basis::kScored, 0.02, std::nullopt, ""};
  CHECK(verdict_sentence(analysis, 0.8) == "Probably written by a person; probability of machine translation 0.02.");
  analysis.verdict = {Label::kUndecided, Basis::kScored, 0.61, std::nullopt, ""};
  CHECK(verdict_sentence(analysis, 0.8) == "Undecided: probability of machine translation 0.61, called one from 0.80.");
  analysis.verdict = {Label::kUndecided, Basis::kTooShort, std::nullopt, std::nullopt, ""};
  CHECK(verdict_sentence(analysis, 0.8) == "Too short to say: 5 words.");
  analysis.verdict.basis = Basis::kOtherLanguage;
  CHECK(contains(verdict_sentence(analysis, 0.8), "Not in the language"));
  analysis.verdict.basis = Basis::kNotText;
  CHECK(contains(verdict_sentence(analysis, 0.8), "Not text"));
  analysis.verdict.basis = Basis::kTooLarge;
  CHECK(verdict_sentence(analysis, 0.8) == "Too large: not read, so no verdict.");
  analysis.verdict.basis = Basis::kTooSlow;
  CHECK(verdict_sentence(analysis, 0.8) == "Not judged within the time that was set: no verdict.");
}

TEST_CASE("Without colour, the line below marks and numbers the findings") {
  CHECK(contains(explained(test::analysis_of("He left [the the] old town [the Thursday].")),
                 "He left the the old town the Thursday.\n"
                 "        ^^^^^^^ 1        ^^^^^^^^^^^^ 2\n"));
}

TEST_CASE("Findings that overlap are marked on lines of their own") {
  CHECK(contains(explained(test::analysis_of("The [forces of [pace pace]] left.")),
                 "The forces of pace pace left.\n"
                 "    ^^^^^^^^^^^^^^^^^^^ 1\n"
                 "              ^^^^^^^^^ 2\n"));
}

TEST_CASE("With colour a finding is underlined and its number follows it") {
  Analysis analysis = test::analysis_of("He left [the the] town.");
  CHECK(contains(explained(analysis, true), "He left \x1b[0m\x1b[4;33mthe the"));
  CHECK(contains(without_escapes(explained(analysis, true)), "He left the the[1] town."));
  analysis.findings[0].severity = Severity::kMajor;
  CHECK(contains(explained(analysis, true), "\x1b[4;31mthe the"));
}

TEST_CASE("Boilerplate is shown as left out of the score") {
  Analysis analysis = test::analysis_of("A sentence.\nLeave a Reply\nRead More About");
  analysis.article.blocks = {
      {{0, 11}, BlockKind::kParagraph}, {{12, 25}, BlockKind::kBoilerplate}, {{26, 41}, BlockKind::kBoilerplate}};
  CHECK(contains(explained(analysis), "A sentence.\n\n~ left out of the score:\n~ Leave a Reply\n~ Read More About\n"));
  CHECK(contains(explained(analysis, true), "\x1b[2m"));
}

TEST_CASE("The report names the charset and the number of bytes that do not fit it") {
  Analysis analysis = test::analysis_of("A sentence.");
  analysis.article.charset = "windows-1252";
  CHECK(contains(explained(analysis), ", windows-1252; model"));
  analysis.article.replaced_bytes = 2;
  CHECK(contains(explained(analysis), ", windows-1252 (2 invalid bytes"));
}

TEST_CASE("Each finding is listed with its place, suggestion, language and reason") {
  Analysis analysis = test::analysis_of("The [forces of pace] left.");
  Finding& finding = analysis.findings[0];
  finding.type = ArtifactType::kWrongSense;
  finding.severity = Severity::kMajor;
  finding.suggestion = "peacekeeping forces";
  finding.language = "it";
  const std::string out = explained(analysis);
  CHECK(contains(out,
                 "  1  wrong_sense (major, doubled-word)\n"
                 "     \"forces of pace\", read \"peacekeeping forces\" (from Italian)\n"
                 "     A word stands twice.\n"));
}

TEST_CASE("A head's largest shares are shown, and its shares add up to its logit") {
  const Analysis analysis = test::analysis_of("The forces of pace left.");
  Explanation explanation{{{"weak", {}}}, 0.8, "m"};
  for (int i = 0; i < 10; ++i) explanation.heads[0].shares.push_back({{4, 18}, 1, i % 2 == 0 ? 0.5F : -0.25F});
  explanation.heads[0].shares[0].count = 3;
  const std::string out = explain({}, analysis, explanation, {});
  CHECK(contains(out, "weak: mean logit +1.2500\n"));
  CHECK(contains(out, "+0.5000  \"forces of pace\" (3 times)\n"));
  CHECK(contains(out, "-0.2500  \"forces of pace\"\n"));
  CHECK(contains(out, "+0.2500  all other n-grams, 2\n"));
}

TEST_CASE("No command to the terminal is printed, and every line fits") {
  std::mt19937 random(13);
  const std::vector<std::string> pieces = {
      "word ", "and ", "\x1b[2J", "\x07", "\r", "\n", "\u009b", "\u202e", "\xff", "\u4e2d", "longerwordsthanusual"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto left = 1 + random() % 80; left > 0; --left) text += pieces[random() % pieces.size()];
    Analysis analysis = test::analysis_of("");
    analysis.article.text = text;
    const auto size = static_cast<std::uint32_t>(text.size());
    analysis.article.blocks = {{{0, size / 2}, BlockKind::kParagraph}, {{size / 2, size}, BlockKind::kBoilerplate}};
    for (std::uint32_t begin = 0; begin < size; begin += 1 + random() % 40) {
      analysis.findings.push_back(test::finding_at({begin, std::min<std::uint32_t>(size, begin + random() % 30)}));
    }
    Document document;
    document.id = text;
    const auto width = static_cast<unsigned>(40 + random() % 60);
    const std::string out = explain(document, analysis, {{}, 0.8, text}, {false, width});
    REQUIRE(std::none_of(out.begin(), out.end(), [](unsigned char byte) { return byte < 0x20 && byte != '\n'; }));
    REQUIRE(!contains(out, "\u009b"));
    REQUIRE(!contains(out, "\u202e"));
    for (std::size_t at = 0; at < out.size();) {
      const std::size_t end = out.find('\n', at);
      REQUIRE(screen_columns(std::string_view(out).substr(at, end - at)) <= width);
      at = end + 1;
    }
  }
}

TEST_CASE("Text of combining marks alone is cut into lines, too") {
  Analysis analysis;
  for (int i = 0; i < 20000; ++i) analysis.article.text += "\u0301";
  analysis.article.blocks = {{{0, 40000}, BlockKind::kParagraph}};
  CHECK(explained(analysis).size() < 50000);
}

TEST_CASE("A table's row is aligned with its heading, whatever the id") {
  Document document;
  document.id = "a-very-long-identifier-of-an-article\x1b[2J";
  Analysis analysis = test::analysis_of("The [forces of pace] left [the the] town.");
  analysis.findings[1].severity = Severity::kMajor;
  analysis.verdict = {Label::kMachine, Basis::kScored, 0.97, std::nullopt, ""};
  const std::string heading = table_heading({});
  std::string row;
  append_table_row(document, analysis, {}, row);
  CHECK(!contains(row, "\x1b"));
  CHECK(screen_columns(row.substr(0, row.find("machine"))) == heading.find("verdict"));
  CHECK(contains(row, "0.97"));
  CHECK(contains(row, "\"the the\""));
}
