#include <array>

#include "artifacts/detector.h"
#include "artifacts/token_tests.h"

namespace calque {
namespace {

constexpr std::uint64_t kAsterisk = key_of("*");

// The asterisk at `at` follows a word and is glued to one in small letters. One that starts a sentence or follows a
// mark is taken for a footnote or a list.
bool marks_word(const Passage& passage, std::span<const Token> tokens, std::size_t at) {
  const Token& before = tokens[at - 1];
  const Token& word = tokens[at + 1];
  bool follows_word = before.kind == TokenKind::kWord && !touch(before, tokens[at]);
  if (!follows_word || word.kind != TokenKind::kWord || !touch(tokens[at], word)) return false;
  std::string_view letters = passage.of(word);
  return letters.size() > 2 && is_lower(letters[0]) && is_lower(letters[1]);
}

// "*really*" and "*do not read this*" are emphasis, "*Sky News *and" is emphasis that went wrong, "f***" is a swear
// word.
bool is_for_emphasis(const Passage& passage, std::span<const Token> tokens, std::size_t at) {
  bool closes = at > 0 && touch(tokens[at - 1], tokens[at]);
  bool opens_capital =
      at + 1 < tokens.size() && touch(tokens[at], tokens[at + 1]) && is_upper(passage.of(tokens[at + 1])[0]);
  return closes || opens_capital;
}

void find_in(const Passage& passage, std::span<const Token> tokens, std::vector<Finding>& findings) {
  std::size_t first = findings.size();
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].key != kAsterisk) continue;
    if (is_for_emphasis(passage, tokens, at)) return findings.resize(first);
    if (at == 0 || at + 1 == tokens.size() || !marks_word(passage, tokens, at)) continue;
    Finding& finding = findings.emplace_back();
    finding.span = {tokens[at].span.begin, tokens[at + 1].span.end};
    finding.severity = Severity::kMajor;
  }
}

void find(const Passage& passage, std::vector<Finding>& findings) {
  for (const Sentence& sentence : passage.text.sentences) find_in(passage, passage.text.tokens_of(sentence), findings);
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The blow was [*asestada] by the judge.",
    "Two [*encapuchados] and a [*guardia] were seen.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "It was *really* cold, and *nobody at all* came.",
    "*includes tax",
    "Prices: *excludes tax",
    "He told *Sky News *and the paper.",
    "What the f*** was that, he said.",
    "The area is 5*x or 5 * x.",
});

}  // namespace

extern const Detector kUnknownWordMark = {
    .id = "unknown-word-mark",
    .type = ArtifactType::kResidue,
    .mqm = "accuracy/untranslated",
    .why = "An asterisk marks a word that the engine did not know and left as it was.",
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque
