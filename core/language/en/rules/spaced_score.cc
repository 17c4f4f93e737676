#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

// At most two digits: a score, or a time of day.
bool is_short_number(const SentenceView& view, std::size_t at) {
  return view.is_number(at) && view.word(at).size() <= 2;
}

// "won 2: 0 against" and "18: 30 -"; not an item of a list, "Article 2: 14 people" or "on day 2: 14 people".
bool stands(const SentenceView& view, std::size_t at) {
  if (at < 2 || !is_short_number(view, at - 1) || !is_short_number(view, at + 1)) return false;
  if (view.touches_next(at) || view.is_capitalised(at - 2)) return false;
  constexpr auto kAfterScore = std::to_array<std::string_view>(
      {"win", "victory", "defeat", "lead", "against", "over", "in", "on", "at", "after", "before", "and"});
  return !view.is_word(at + 2) || is_one_of(kAfterScore, view.word(at + 2));
}

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  if (!stands(view, at)) return;
  Finding& finding = findings.emplace_back();
  finding.span = view.span(at - 1, at + 1);
  finding.suggestion.append(view.word(at - 1)).append(":").append(view.word(at + 1));
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The hosts won [2: 0], and nobody was surprised by the [4: 1] victory.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "The hosts won 2:0 at 12:30 on Friday.",
    "Article 2: 14 people may sign.",
    "Here is what we know on day 2: 14 people died.",
});

}  // namespace

extern const Detector kSpacedScore = {
    .id = "spaced-score",
    .type = ArtifactType::kDateNumber,
    .mqm = "fluency/typography",
    .why = "A score or a time of day is torn apart; engines take the colon for the end of a clause.",
    .trigger = kColon,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
