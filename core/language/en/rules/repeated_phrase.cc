#include <algorithm>
#include <array>

#include "artifacts/detector.h"
#include "artifacts/token_classes.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

// Whether the `size` tokens at `at` follow again at once.
bool comes_again(std::span<const Token> tokens, std::size_t at, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    if (tokens[at + i].key != tokens[at + size + i].key) return false;
  }
  return true;
}

// How often the `size` tokens at `at` are repeated in a row, at most `limit`.
std::size_t count_rounds(std::span<const Token> tokens, std::size_t at, std::size_t size, std::size_t limit) {
  std::size_t rounds = 1;
  while (rounds < limit && at + (rounds + 1) * size <= tokens.size() &&
         comes_again(tokens, at + (rounds - 1) * size, size)) {
    ++rounds;
  }
  return rounds;
}

// A loop has only words: "10, 10, 10" is a list and "ha, ha" laughter. "Day by day by day" is a figure of speech, so a
// pair must come three times. "And they talk and they talk" and "a friend of a friend of a" are figures of speech, too.
bool is_loop(const SentenceView& view, std::size_t at, std::size_t size, std::size_t rounds) {
  if (rounds < (size == 2 ? 3U : 2U)) return false;
  for (std::size_t i = 0; i < size; ++i) {
    if (!view.is_word(at + i) || view.is(at + i, word_class::kAnd) || view.word(at + i) == "a") return false;
  }
  std::size_t letters = view.span(at, at + size - 1).size();
  return letters >= 2 * size + 4 && is_lower_word(view.word(at + size));
}

constexpr std::size_t kEnough = 3;  // rounds that show a loop; counting on from every token would not be linear

// The size of the phrase that is repeated from `at` on; 0 if there is none.
std::size_t loop_at(const SentenceView& view, std::size_t at) {
  if (view[at].key == view[at + 1].key) return 0;
  for (std::size_t size = 2; size <= kEchoReach && at + 2 * size <= view.size(); ++size) {
    if (view[at].key == view[at + size].key && is_loop(view, at, size, count_rounds(view.tokens(), at, size, kEnough)))
      return size;
  }
  return 0;
}

// Called at a token with an echo, which every loop has.
void find(const SentenceView& view, std::size_t echo, std::vector<Finding>& findings) {
  for (std::size_t at = echo - std::min(echo, kEchoReach + 1); at + 4 <= view.size(); ++at) {
    const std::size_t size = loop_at(view, at);
    if (size == 0) continue;
    const std::size_t rounds = count_rounds(view.tokens(), at, size, view.size());
    Finding& finding = findings.emplace_back();
    finding.span = view.span(at, at + rounds * size - 1);
    finding.severity = Severity::kMajor;
    finding.suggestion = view.passage().of(view.span(at, at + size - 1));
    at += rounds * size - 1;
  }
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The minister [of the interior of the interior] resigned.",
    "They spoke [about that about that about that] for hours.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "It got better day by day by day, and she ran and ran and ran.",
    "They talk and they talk, and a friend of a friend of a friend listens.",
    "He won in 10, 10, and 12 minutes.",
});

}  // namespace

extern const Detector kRepeatedPhrase = {
    .id = "repeated-phrase",
    .type = ArtifactType::kRepetition,
    .mqm = "fluency/duplication",
    .why = "The same words come twice in a row; neural engines get caught in loops.",
    .trigger = kEcho,
    .once_a_sentence = true,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
