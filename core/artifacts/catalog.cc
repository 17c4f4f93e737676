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

// A finding inside another of its type says nothing more, unless it alone has a suggestion; nor does one of another
// type inside a phrase, which was read as a whole. A finding of no text lies in none. `findings` are in the order of the catalogue.
void drop_covered(std::vector<Finding>& findings) {
  std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  struct Ends {
    std::uint32_t of_any = 0;
    std::uint32_t with_suggestion = 0;
  };
  std::array<Ends, kArtifactTypes> covered{};  // up to here, by type
  std::uint32_t covered_by_phrases = 0;
  std::erase_if(findings, [&](const Finding& finding) {
    Ends& ends = covered[static_cast<std::size_t>(finding.type)];
    const std::uint32_t end = finding.suggestion.empty() ? ends.of_any : ends.with_suggestion;
    if (!finding.span.empty() && finding.span.end <= std::max(end, covered_by_phrases)) return true;
    ends.of_any = std::max(ends.of_any, finding.span.end);
    if (!finding.suggestion.empty()) ends.with_suggestion = std::max(ends.with_suggestion, finding.span.end);
    if (finding.detector == kPhrase.id) covered_by_phrases = finding.span.end;
    return false;
  });
}

}  // namespace

std::span<const Detector* const> catalog() { return kCatalog; }

std::vector<Finding> find_artifacts(const Passage& passage) {
  const std::vector<WordClasses> classes = classes_of(passage.text.tokens);
  const Passage seen = {passage.article, passage.text, passage.lexicons, passage.context, classes};
  std::vector<Finding> findings;
  for (const Detector* detector : catalog()) run(*detector, seen, findings);
  drop_covered(findings);
  std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end < b.span.end;
  });
  return findings;
}

}  // namespace calque
