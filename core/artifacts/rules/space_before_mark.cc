#include <algorithm>
#include <array>

#include "artifacts/detector.h"

namespace calque::common {
namespace {

using namespace word_class;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

// "Almaty . The", not ".NET", " ..." or ".5".
void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  const std::string_view text = view.passage().article.text;
  const Span mark = view[at].span;
  if (at == 0 || view.is_mark(at - 1) || text[mark.begin - 1] != ' ') return;
  if (mark.end != text.size() && !is_space(text[mark.end])) return;
  Finding& finding = findings.emplace_back();
  finding.span = view.span(at - 1, at);
  finding.suggestion.append(view.word(at - 1)).append(view.word(at));
}

constexpr std::size_t kFewestMarks = 6;

// In a text with a space before most of its marks the spaces are a matter of format, as in tokenised corpora.
void finish(const Passage& passage, std::vector<Finding>& findings) {
  if (findings.empty()) return;
  const auto marks = static_cast<std::size_t>(
      std::ranges::count_if(passage.classes, [](WordClasses classes) { return classes & (kFullStop | kComma); }));
  if (marks >= kFewestMarks && findings.size() * 2 > marks) findings.clear();
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The talks were held in [Almaty .] The ministers left at noon.",
    "In the [evening ,] the delegation flew home.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "The firm moved to the .NET platform, he said.",
    "He waited ... and waited.",
    "It rose by .5 per cent.",
    "The mayor , a baker , and his wife , a nurse , met the press . They were late . Nobody minded .",
});

}  // namespace

extern const Detector kSpaceBeforeMark = {
    .id = "space-before-mark",
    .type = ArtifactType::kTypography,
    .mqm = "fluency/typography",
    .why =
        "There is a space before the full stop or comma; engines leave one where they put a sentence together from "
        "pieces.",
    .trigger = kFullStop | kComma,
    .find = find,
    .finish = finish,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::common
