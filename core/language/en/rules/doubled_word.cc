#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

// Words that people write twice in a row: "what it is is", "the one that that man saw", "very very", "bye bye".
constexpr auto kMayBeDoubled = std::to_array<std::string_view>({
    "all",    "bang", "beep",      "blah",  "boom", "bye",   "choo",   "chop", "co",   "did",    "do",    "does",
    "doo",    "far",  "go",        "ha",    "had",  "he",    "hear",   "her",  "hey",  "hip",    "ho",    "hush",
    "in",     "is",   "it",        "knock", "long", "love",  "many",   "more", "much", "na",     "never", "night",
    "no",     "now",  "nudge",     "on",    "out",  "over",  "please", "plus", "pop",  "pretty", "quite", "rah",
    "really", "so",   "something", "stop",  "that", "there", "tick",   "too",  "up",   "very",   "was",   "way",
    "well",   "what", "who",       "win",   "yada", "yeah",  "yes",    "you",
});
static_assert(std::ranges::is_sorted(kMayBeDoubled));

// Only words in lower case count, since names may be doubled: "Sirhan Sirhan". A single letter may be part of a list.
bool may_not_be_doubled(std::string_view word) {
  return word.size() > 1 && is_lower_word(word) && !std::ranges::binary_search(kMayBeDoubled, word);
}

// How often the word at `at` is repeated in a row.
std::size_t run_length(std::span<const Token> tokens, std::size_t at) {
  std::size_t end = at + 1;
  while (end < tokens.size() && tokens[end].key == tokens[at].key) ++end;
  return end - at;
}

// Called at the second of two equal words.
void find(const SentenceView& view, std::size_t second, std::vector<Finding>& findings) {
  const std::size_t first = second - 1;
  if (!view.is_word(first) || view.is(first, kTwin)) return;
  const std::size_t length = run_length(view.tokens(), first);
  if (!may_not_be_doubled(view.word(first + length - 1))) return;
  Finding& finding = findings.emplace_back();
  finding.span = view.span(first, first + length - 1);
  finding.severity = length > 2 ? Severity::kMajor : Severity::kMinor;
  finding.suggestion = view.word(first);
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The minister left [the the] meeting early.",
    "Rescuers came [with with] two helicopters.",
    "The [lunar lunar lunar] probe sent its first pictures.",
    "[The the] strike begins at noon.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "He had had enough of that that winter.",
    "The reason is is not the question, and I know that that man lied.",
    "It was a very very long night, and no no would have helped.",
    "She sang New York, New York, and then went home.",
    "Boutros Boutros-Ghali met the lawyer of Sirhan Sirhan.",
    "They spoke of the, the thing itself.",
});

}  // namespace

extern const Detector kDoubledWord = {
    .id = "doubled-word",
    .type = ArtifactType::kRepetition,
    .mqm = "fluency/duplication",
    .why = "The same word stands twice in a row; engines do that where two words of the source mean the same.",
    .trigger = kTwin,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
