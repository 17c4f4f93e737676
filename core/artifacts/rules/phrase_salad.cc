// Troughs of plausibility: several words in a row of which none is usual beside the next.
#include <array>

#include "artifacts/detector.h"
#include "base/ascii.h"

namespace calque::common {
namespace {

constexpr std::size_t kFewestPairs = 4;  // in a row, none of which was counted
constexpr float kLeastOdds = 1.3F;       // nats: mistakes are four times likelier than in originals

// A word in lower case: names, numbers and marks may occur next to anything.
bool is_plain(const Passage& passage, const ContextWord& word) {
  if (word.token == kNoToken) return false;
  const Token& token = passage.text.tokens[word.token];
  return token.kind == TokenKind::kWord && is_lower(passage.of(token)[0]);
}

// A sentence ends with an edge, which ends every trough.
void find_in(const Passage& passage, const ContextWords& sentence, std::vector<Finding>& findings) {
  const std::span<const ContextWord> words = sentence.words;
  const auto span_of = [&](std::size_t at) { return passage.text.tokens[words[at].token].span; };
  std::size_t pairs = 0;
  for (std::size_t at = 1; at < words.size(); ++at) {
    if (sentence.pairs[at - 1] == kNoLevel && is_plain(passage, words[at - 1]) && is_plain(passage, words[at])) {
      ++pairs;
      continue;
    }
    if (pairs >= kFewestPairs) {
      findings.emplace_back().span = {span_of(at - 1 - pairs).begin, span_of(at - 1).end};
    }
    pairs = 0;
  }
}

// Only if the article has more findings than people's writing, which also puts rare words side by side.
void finish(const Passage& passage, std::vector<Finding>& findings) {
  const ContextEvidence& evidence = passage.lexicons.evidence;
  if (evidence.is_empty()) return;
  if (evidence.raised_odds(passage.found, passage.text.words) < kLeastOdds) return;
  for (std::size_t i = 0; i < passage.context.size(); ++i) find_in(passage, passage.context[i], findings);
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The main slap came in afterwards, when the forces of pace left. They [saw lean tall exited shouts behind] the "
    "doors.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "They saw lean tall exited shouts behind the doors.",
    "The walls were hung with faded crimson velvet curtains.",
});

}  // namespace

extern const Detector kPhraseSalad = {
    .id = "phrase-salad",
    .type = ArtifactType::kPhraseSalad,
    .mqm = "fluency/grammar",
    .why = "None of these words is usual beside the next: an engine put them one after the other.",
    .phase = Phase::kLast,
    .finish = finish,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::common
