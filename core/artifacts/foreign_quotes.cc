#include <array>

#include "artifacts/detector.h"
#include "artifacts/sentence_view.h"

namespace calque {
namespace {

constexpr std::uint64_t kLow = key_of("„");
constexpr std::uint64_t kOpening = key_of("«");
constexpr std::uint64_t kClosing = key_of("»");

// No letter of English begins with this byte pair, and few marks do: a quick way past most tokens.
bool may_be_quote(const Passage& passage, const Token& token) {
  return token.kind == TokenKind::kPunctuation && static_cast<unsigned char>(passage.of(token)[0]) >= 0xC2;
}

// Pages use a closing mark by itself as a bullet or an arrow, so it counts only after an opening one.
void find_in(const Passage& passage, std::span<const Token> tokens, std::vector<Finding>& findings) {
  bool is_open = false;
  for (const Token& token : tokens) {
    if (!may_be_quote(passage, token)) continue;
    const bool opens = token.key == kLow || token.key == kOpening;
    if (!opens && !(is_open && token.key == kClosing)) continue;
    is_open = true;
    Finding& finding = findings.emplace_back();
    finding.span = token.span;
    finding.suggestion = opens ? "“" : "”";
  }
}

void find(const Passage& passage, std::vector<Finding>& findings) {
  for (const Sentence& sentence : passage.text.sentences) find_in(passage, passage.text.tokens_of(sentence), findings);
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "He called it [„]a bad joke“ and left.",
    "The ship [«]Aurora[»] is a museum.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "He called it “a bad joke”, 'a farce' and \"a shame\". Read more »",
});

}  // namespace

extern const Detector kForeignQuotes = {
    .id = "foreign-quotes",
    .type = ArtifactType::kTypography,
    .mqm = "locale convention/quotation marks",
    .why = "These are the quotation marks of another language; engines carry them over.",
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque
