#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

bool is_month(const SentenceView& view, std::size_t at) {
  return view.is(at, kMonth) && view.is_capitalised(at) && is_lower_word(view.word(at).substr(1));
}

bool begins_with_digit(std::string_view word) { return !word.empty() && is_digit(word[0]); }

// "13 January", "13th of January", "January 13" from `at` on.
bool is_date(const SentenceView& view, std::size_t at) {
  if (begins_with_digit(view.word(at))) return is_month(view, view.word(at + 1) == "of" ? at + 2 : at + 1);
  return is_month(view, at) && begins_with_digit(view.word(at + 1));
}

// A verb. A day after it needs no article.
bool is_verb(const SentenceView& view, std::size_t at) {
  const std::string_view word = view.word(at);
  return (word.size() > 4 && word.ends_with("ed")) || (view.is(at, kBeforeDay) && is_lower_word(word));
}

bool ends_clause(std::string_view next) { return next.empty() || next == "." || next == "," || next == ";"; }

bool has_article(const SentenceView& view, std::size_t day) {
  const std::string_view before = view.word(day - 1);
  if (before != "the" && before != "The") return false;
  return is_date(view, day + 1) || (is_verb(view, day - 2) && ends_clause(view.word(day + 1)));
}

constexpr const char* kWhyTwice =
    "English says the day or its name, not one beside the other; Spanish, Arabic and others say both.";

void find(const SentenceView& view, std::size_t day, std::vector<Finding>& findings) {
  if (day == 0 || !view.is_capitalised(day)) return;
  const bool is_twice = view.is(day - 1, kToday) && is_lower_word(view.word(day - 1));
  if (!is_twice && !has_article(view, day)) return;
  Finding& finding = findings.emplace_back();
  finding.span = view.span(day - 1, day);
  finding.suggestion = view.word(day);
  if (is_twice) finding.why = kWhyTwice;
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The singer died [the Thursday], after a long illness.",
    "The strike began [the Monday].",
    "[The Thursday] 13 January the court will meet again.",
    "The council meets [today Wednesday] to vote.",
    "It was decided [yesterday Tuesday] in Lima.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "He missed the Thursday night game and the Friday deadline.",
    "She called on the Monday after, and wrote the Friday before.",
    "They met on the Wednesday of that week.",
    "He told the Sunday Times about the Sunday school.",
    "They won on the Saturday, lost on the Sunday, and went home.",
    "Officials said today, Wednesday, that it was over.",
});

}  // namespace

extern const Detector kMarkedWeekday = {
    .id = "marked-weekday",
    .type = ArtifactType::kDeterminer,
    .mqm = "fluency/grammar/determiner",
    .why = "English dates an event with the bare name of the day; Spanish, French and others put an article before it.",
    .trigger = kWeekday,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
