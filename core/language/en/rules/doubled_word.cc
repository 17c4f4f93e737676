#include <array>

#include "artifacts/detector.h"
#include "language/en/english.h"
#include "language/en/word_classes.h"
#include "model/ngram_counts.h"

namespace calque::en {
namespace {

using namespace word_class;

// Words that people write twice in a row: "what it is is", "those who can can", "very very", "bye bye".
constexpr auto kMayBeDoubled = std::to_array<std::string_view>({
    "all",   "are",       "bang",  "beep", "blah",   "boom", "bye",  "can",    "choo",  "chop", "co",
    "did",   "do",        "does",  "doo",  "far",    "go",   "ha",   "had",    "have",  "he",   "hear",
    "her",   "hey",       "hip",   "ho",   "hush",   "in",   "is",   "it",     "knock", "long", "love",
    "many",  "may",       "might", "more", "much",   "must", "na",   "never",  "night", "no",   "now",
    "nudge", "on",        "out",   "over", "please", "plus", "pop",  "pretty", "quite", "rah",  "really",
    "so",    "something", "stop",  "that", "there",  "this", "tick", "too",    "up",    "very", "was",
    "way",   "well",      "were",  "what", "who",    "will", "win",  "yada",   "yeah",  "yes",  "you",
});
static_assert(std::ranges::is_sorted(kMayBeDoubled));

// Only words in lower case count, since names may be doubled: "Sirhan Sirhan". A single letter may be part of a list.
bool is_candidate(std::string_view word) {
  return word.size() > 1 && is_lower_word(word) && !std::ranges::binary_search(kMayBeDoubled, word);
}

// "tuk tuk", "dik dik", "bunga bunga", "the bill they passed passed into law": a word of content that is short, a past
// form, or that English is known to double.
bool is_reduplication(const SentenceView& view, std::size_t at) {
  constexpr std::size_t kShort = 4;
  if (english().function_words.contains(view[at].key)) return false;
  const std::string_view word = view.word(at);
  const std::uint64_t key = view[at].key;
  return word.size() <= kShort || word.ends_with("ed") ||
         view.passage().lexicons.evidence.counts().level(pair_ngram(key, key)) != kNoLevel;
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
  if (!is_candidate(view.word(first + length - 1))) return;
  if (length == 2 && is_reduplication(view, second)) return;
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
    "A tuk tuk driver met the herd of dik dik, and those who can can follow.",
    "The bill that they passed passed into law when the score was six six.",
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
