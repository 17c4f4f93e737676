// The examples of models/en/lexicon. A phrase without both examples is refused when it is read.
#include "support/catch.h"
#include "support/marked.h"
#include "support/passages.h"

namespace calque {
namespace {

TEST_CASE("a phrase is found exactly where its + example has brackets") {
  for (const PhraseEntry& entry : english_phrases()) {
    Marked marked = read_marked(entry.flagged);
    std::vector<Finding> found = findings_in(marked.text);
    CHECK(draw(marked.text, spans_of(found)) == entry.flagged);
    for (const Finding& finding : found) {
      INFO(entry.flagged);
      CHECK(finding.type == entry.type);
      CHECK(finding.severity == entry.severity);
      CHECK(finding.language == entry.language);
      CHECK(finding.why == entry.why);
    }
  }
}

TEST_CASE("nothing is found in a phrase's - example") {
  for (const PhraseEntry& entry : english_phrases()) {
    CHECK(draw(entry.passed, spans_of(findings_in(entry.passed))) == entry.passed);
  }
}

TEST_CASE("a reason is one sentence") {
  for (const PhraseEntry& entry : english_phrases()) {
    INFO(entry.why);
    CHECK(entry.why.ends_with('.'));
    CHECK(entry.why.find(". ") == std::string::npos);
  }
}

TEST_CASE("the English lexicons have enough phrases to be useful") { CHECK(english_phrases().size() >= 150); }

}  // namespace
}  // namespace calque
