#include <array>

#include "artifacts/detector.h"
#include "artifacts/token_tests.h"

namespace calque {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

constexpr std::uint64_t kFullStop = key_of(".");
constexpr std::uint64_t kComma = key_of(",");

// "Almaty . The", not ".NET", " ..." or ".5".
bool stands_apart(const Passage& passage, std::span<const Token> tokens, std::size_t at) {
  std::string_view text = passage.article.text;
  Span mark = tokens[at].span;
  if (at == 0 || tokens[at - 1].kind == TokenKind::kPunctuation || text[mark.begin - 1] != ' ') return false;
  return mark.end == text.size() || is_space(text[mark.end]);
}

// In a text with a space before most of its marks the spaces are a matter of format, as in tokenised corpora.
constexpr std::size_t kFewestMarks = 6;

// Returns how many full stops and commas there are in all.
std::size_t find_in(const Passage& passage, std::span<const Token> tokens, std::vector<Finding>& findings) {
  std::size_t marks = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].key != kFullStop && tokens[at].key != kComma) continue;
    ++marks;
    if (!stands_apart(passage, tokens, at)) continue;
    Finding& finding = findings.emplace_back();
    finding.span = {tokens[at - 1].span.begin, tokens[at].span.end};
    finding.suggestion.append(passage.of(tokens[at - 1])).append(passage.of(tokens[at]));
  }
  return marks;
}

void find(const Passage& passage, std::vector<Finding>& findings) {
  std::size_t first = findings.size();
  std::size_t marks = 0;
  for (const Sentence& sentence : passage.text.sentences) {
    marks += find_in(passage, passage.text.tokens_of(sentence), findings);
  }
  std::size_t apart = findings.size() - first;
  if (marks >= kFewestMarks && apart * 2 > marks) findings.resize(first);
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
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque
