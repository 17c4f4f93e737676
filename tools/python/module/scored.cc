#include "scored.h"

#include "report/input_places.h"

namespace calque::python {
namespace {

std::vector<PlacedFinding> place(const Analysis& analysis) {
  const std::vector<InputPlace> places = input_places(analysis.article, analysis.findings, OffsetUnit::kCodePoints);
  std::vector<PlacedFinding> placed;
  placed.reserve(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Finding& finding = analysis.findings[i];
    placed.push_back({finding.type, finding.detector, places[i].begin, places[i].end,
                      std::string(places[i].bytes.of(analysis.article.input_text())), finding.suggestion,
                      finding.severity, finding.language, finding.why});
  }
  return placed;
}

}  // namespace

Scored scored(const Analysis& analysis, bool findings, std::shared_ptr<const std::string> model) {
  Scored scored;
  scored.verdict = analysis.verdict;
  scored.words = analysis.text.words;
  scored.sentences = static_cast<std::uint32_t>(analysis.text.sentences.size());
  for (const Finding& finding : analysis.findings) ++scored.artifacts[static_cast<std::size_t>(finding.type)];
  if (findings) scored.findings = place(analysis);
  scored.model = std::move(model);
  return scored;
}

}  // namespace calque::python
