#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

bool is_closing_quote(std::string_view mark) { return mark == "\"" || mark == "”" || mark == "»"; }

bool is_question(const SentenceView& view) {
  for (std::size_t at = view.size(); at > 0 && view[at - 1].kind == TokenKind::kPunctuation; --at) {
    if (view.word(at - 1) == "?") return true;
  }
  return false;
}

// "Says that", "Is necessary that" at the start of a sentence, perhaps inside a quotation.
std::size_t end_of_start(const SentenceView& view, std::size_t at) {
  if (!view.is_capitalised(at) || !view.is(at, kSays | kIs)) return at;
  if (view.is(at, kSays)) return view.is(at + 1, kThat) && view.is_word(at + 2) ? at + 1 : at;
  const bool is_told = view.is(at + 1, kSaid) && view.is(at + 2, kThat);
  const bool is_evident = view.is(at + 1, kEvident) && (view.is(at + 2, kThat) || view.word(at + 2) == "to");
  const bool is_perfect = view.word(at) == "Has" && view.is(at + 1, kAdverb) && view.is_word(at + 2);
  return (is_told || is_evident || is_perfect) && !is_question(view) ? at + 1 : at;
}

// `," said.` after a quotation: someone said it, but nobody is named. Before "that" the quotation may be who said it.
bool is_after_quote(const SentenceView& view, std::size_t at, std::size_t verb) {
  return is_closing_quote(view.word(at - 1)) && view.is(at - 2, kComma) && view.is(verb + 1, kFullStop);
}

// "is", "that has" without a subject: the clause begins with its auxiliary.
bool is_clause_without(const SentenceView& view, std::size_t auxiliary) {
  return view.is(auxiliary, kIs | kAre | kModal) && is_lower_word(view.word(auxiliary)) && view.is_word(auxiliary + 1);
}

void find_at_start(const SentenceView& view, std::vector<Finding>& findings) {
  const std::size_t start = view.is_word(0) ? 0 : 1;
  const std::size_t end = end_of_start(view, start);
  if (end != start) findings.emplace_back().span = view.span(start, end);
}

void find_after_said(const SentenceView& view, std::size_t said, std::vector<Finding>& findings) {
  const std::string_view verb = view.word(said + 2);
  const bool is_has = verb == "has" || verb == "have";
  if (view.is(said, kSaid) && view.is(said + 1, kThat) && is_has && is_clause_without(view, said + 2)) {
    findings.emplace_back().span = view.span(said + 1, said + 2);
  }
  if (view.is(said - 1, kIs) && is_after_quote(view, said - 1, said)) {  // "has said"
    findings.emplace_back().span = view.span(said - 1, said);
  }
  if (is_after_quote(view, said, said)) findings.emplace_back().span = view[said].span;
}

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  if (at == 0) find_at_start(view, findings);
  if (view.is(at, kSaid | kSays)) find_after_said(view, at, findings);
  const bool begins_clause = at > 0 && view.is(at, kBecause) && is_lower_word(view.word(at));
  if (begins_clause && is_clause_without(view, at + 1)) findings.emplace_back().span = view.span(at, at + 1);
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "[Is necessary] that the council decides.",
    "[Considers that] the delay would be too long.",
    "\"It has a natural protection,\" [said].",
    "“We will wait,” [has said].",
    "[Has also] been found in the river.",
    "[Is reported] that the road is closed [because is] too old.",
    "He said [that has] no plans.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "Is it necessary that the council decides?",
    "Is true that hard to see?",
    "Said Mr Ames: \"We will wait.\"",
    "\"We will wait,\" said the mayor.",
    "She came because of that, and because it is late, and said that was all.",
    "The \"essence,\" said that much. Claims that it was new were false.",
});

}  // namespace

extern const Detector kMissingSubject = {
    .id = "missing-subject",
    .type = ArtifactType::kPronoun,
    .mqm = "fluency/grammar/pronoun",
    .why =
        "The verb has no subject; languages that leave \"it\" or \"he\" to the verb lose the pronoun in translation.",
    .trigger = kFirst | kSaid | kSays | kBecause,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
