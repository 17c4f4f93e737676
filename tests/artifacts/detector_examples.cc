// Each detector's own examples, against all detectors: what one must pass, none may flag.
#include <algorithm>
#include <set>

#include "passages.h"
#include "support/catch.h"
#include "support/marked.h"

namespace calque {
namespace {

std::vector<Finding> of_detector(std::vector<Finding> findings, std::string_view id) {
  std::erase_if(findings, [&](const Finding& finding) { return finding.detector != id; });
  return findings;
}

TEST_CASE("a detector finds exactly the bracketed places of its examples") {
  for (const Detector* detector : catalog()) {
    for (std::string_view example : detector->flagged) {
      Marked marked = read_marked(example);
      std::vector<Finding> found = of_detector(findings_in(marked.text), detector->id);
      INFO(detector->id);
      CHECK(draw(marked.text, spans_of(found)) == draw(marked.text, marked.spans));
    }
  }
}

TEST_CASE("no detector finds anything in a sentence that one of them must pass") {
  for (const Detector* detector : catalog()) {
    for (std::string_view example : detector->passed) {
      std::vector<Finding> found = findings_in(example);
      INFO(detector->id);
      CHECK(draw(example, spans_of(found)) == example);
    }
  }
}

TEST_CASE("every detector but the lexicons' has examples of both kinds") {
  for (const Detector* detector : catalog()) {
    if (detector->id == "phrase") continue;
    INFO(detector->id);
    CHECK_FALSE(detector->flagged.empty());
    CHECK_FALSE(detector->passed.empty());
  }
}

TEST_CASE("a detector's id is kebab-case and its own") {
  std::set<std::string_view> seen;
  for (const Detector* detector : catalog()) {
    INFO(detector->id);
    CHECK(seen.insert(detector->id).second);
    CHECK(detector->id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
    CHECK_FALSE(detector->id.starts_with('-'));
    CHECK_FALSE(detector->id.ends_with('-'));
  }
}

TEST_CASE("a detector says why in one sentence and names a category of MQM") {
  for (const Detector* detector : catalog()) {
    INFO(detector->id);
    CHECK(detector->why.ends_with('.'));
    CHECK(detector->mqm.find('/') != std::string_view::npos);
  }
}

}  // namespace
}  // namespace calque
