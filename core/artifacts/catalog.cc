#include <algorithm>
#include <array>

#include "artifacts/detector.h"

namespace calque {

#define CALQUE_DETECTOR(name) extern const Detector name;
#include "artifacts/catalog.def"
#undef CALQUE_DETECTOR

namespace {

constexpr std::array kCatalog = {
#define CALQUE_DETECTOR(name) &(name),
#include "artifacts/catalog.def"
#undef CALQUE_DETECTOR
};

void run(const Detector& detector, const Passage& passage, std::vector<Finding>& findings) {
  std::size_t first = findings.size();
  detector.find(passage, findings);
  for (Finding& finding : std::span(findings).subspan(first)) {
    finding.detector = detector.id;
    if (detector.type) finding.type = *detector.type;
    if (finding.why.empty()) finding.why = detector.why;
  }
}

bool is_alike(const Finding& a, const Finding& b) {
  return a.span == b.span && a.detector == b.detector && a.type == b.type;
}

}  // namespace

std::span<const Detector* const> catalog() { return kCatalog; }

std::vector<Finding> find_artifacts(const Passage& passage) {
  const std::vector<WordClasses> classes = classes_of(passage.text.tokens);
  const Passage seen = {passage.article, passage.text, passage.lexicons, classes};
  std::vector<Finding> findings;
  for (const Detector* detector : catalog()) run(*detector, seen, findings);
  std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end < b.span.end;
  });
  findings.erase(std::unique(findings.begin(), findings.end(), is_alike), findings.end());
  return findings;
}

}  // namespace calque
