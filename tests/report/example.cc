#include "report/example.h"

#include <algorithm>

namespace calque::test {

Article article_of(const std::vector<Stretch>& stretches) {
  Article article;
  std::vector<OffsetMap::Step> steps;
  for (const Stretch& stretch : stretches) {
    const auto input = static_cast<std::uint32_t>(article.input.size());
    steps.push_back({static_cast<std::uint32_t>(article.text.size()), input,
                     input + static_cast<std::uint32_t>(stretch.input.size())});
    article.input += stretch.input;
    article.text += stretch.text;
  }
  article.offsets = OffsetMap(std::move(steps));
  article.charset = "utf-8";
  article.blocks.push_back({{0, static_cast<std::uint32_t>(article.text.size())}, BlockKind::kParagraph});
  return article;
}

Finding finding_at(Span span) {
  return {ArtifactType::kRepetition, "doubled-word", span, Severity::kMinor, "", "", "A word stands twice."};
}

Analysis analysis_of(std::string_view drawn) {
  Analysis analysis;
  std::string& text = analysis.article.text;
  std::vector<std::size_t> open;
  for (const char character : drawn) {
    const auto at = static_cast<std::uint32_t>(text.size());
    if (character == '[') {
      open.push_back(analysis.findings.size());
      analysis.findings.push_back(finding_at({at, at}));
    } else if (character == ']') {
      analysis.findings[open.back()].span.end = at;
      open.pop_back();
    } else {
      text += character;
    }
  }
  analysis.article.charset = "utf-8";
  analysis.article.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::kParagraph});
  analysis.text.words = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), ' ') + 1);
  return analysis;
}

}  // namespace calque::test
