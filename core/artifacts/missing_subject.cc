#include <array>

#include "artifacts/detector.h"
#include "artifacts/sentence_view.h"

namespace calque {
namespace {

using namespace word_class;

constexpr std::uint64_t kComma = key_of(",");
constexpr std::uint64_t kFullStop = key_of(".");

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
  const bool follows_quote = is_closing_quote(view.word(at - 1)) && view.is_key(at - 2, kComma);
  return follows_quote && view.is_key(verb + 1, kFullStop);
}

// "because is", "said that has": a clause that begins with its auxiliary.
bool is_clause_without(const SentenceView& view, std::size_t at) {
  constexpr auto kBegins = std::to_array<std::string_view>({"because", "although", "unless"});
  const std::string_view verb = view.word(at);
  const bool is_said = view.is(at - 1, kThat) && view.is(at - 2, kSaid) && (verb == "has" || verb == "have");
  const bool begins = is_said || is_one_of(kBegins, view.word(at - 1));
  return begins && is_lower_word(verb) && view.is_word(at + 1);
}

void find(const Passage& passage, std::vector<Finding>& findings) {
  for (const Sentence& sentence : passage.text.sentences) {
    const SentenceView view(passage, sentence);
    const std::size_t start = view.is_word(0) ? 0 : 1;
    const std::size_t end = end_of_start(view, start);
    if (end != start) findings.emplace_back().span = view.span(start, end);
    for (std::size_t at = 2; at < view.size(); ++at) {
      if (!view.is(at, kIs | kAre | kModal | kSaid | kSays)) continue;
      if (view.is(at, kIs | kAre | kModal) && is_clause_without(view, at)) {
        findings.emplace_back().span = view.span(at - 1, at);
      }
      const std::size_t verb = view.is(at, kIs) ? at + 1 : at;  // "said" or "has said"
      if (view.is(verb, kSaid | kSays) && is_after_quote(view, at, verb)) {
        findings.emplace_back().span = view.span(at, verb);
      }
    }
  }
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
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque
