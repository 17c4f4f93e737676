#include "artifacts/token_classes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/ascii.h"

namespace calque {
namespace {

using namespace word_class;

constexpr std::size_t kLongBytes = 10;

// UTF-8: the letters of Latin and Greek begin with bytes up to 0xCF or with 0xE1, marks such as dashes and quotes with
// 0xC2 or 0xE2. 0xE1 begins the letters of other scripts, too.
constexpr std::array<WordClasses, 256> kByFirstByte = [] {
  std::array<WordClasses, 256> classes{};
  for (std::size_t c = 'A'; c <= 'Z'; ++c) classes[c] = kCapital;
  for (std::size_t byte = 0xD0; byte < classes.size(); ++byte) classes[byte] = byte == 0xE2 ? 0 : kOtherScript;
  classes['_'] = kUnderscore;
  return classes;
}();

WordClasses looks_of(std::string_view text, const Token& token) {
  WordClasses looks = kByFirstByte[static_cast<unsigned char>(text[token.span.begin])];
  if (token.kind == TokenKind::kNumber) looks |= kNumber;
  if (token.kind == TokenKind::kWord && token.span.size() >= kLongBytes) looks |= kLongWord;
  return looks;
}

// Bit i: the same token stands i tokens before the one at `at`.
unsigned echoes_of(std::span<const Token> tokens, std::size_t at) {
  unsigned echoes = 0;
  const std::size_t reach = std::min(at, kEchoReach);
  for (std::size_t back = 1; back <= reach; ++back) {
    echoes |= static_cast<unsigned>(tokens[at].key == tokens[at - back].key) << back;
  }
  return echoes;
}

// The low bytes of the keys of the last eight tokens: shows in a few instructions that most tokens are not an echo.
class RecentKeys {
 public:
  bool may_hold(std::uint64_t key) const {
    constexpr std::uint64_t kOnes = 0x0101010101010101;
    const std::uint64_t differing = bytes_ ^ (key & 0xFF) * kOnes;
    return ((differing - kOnes) & ~differing & kOnes << 7) != 0;  // one of the bytes is zero
  }
  void add(std::uint64_t key) { bytes_ = bytes_ << 8 | (key & 0xFF); }

 private:
  std::uint64_t bytes_ = 0;
};
static_assert(kEchoReach <= sizeof(std::uint64_t));

void class_sentence(std::string_view text, std::span<const Token> tokens, const Grammar& grammar,
                    std::span<WordClasses> classes) {
  constexpr unsigned kBeside = 1U << 1;
  WordClasses before = 0;
  unsigned echoes_before = 0;
  RecentKeys recent;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    WordClasses here = grammar.classes_of(tokens[at]) | looks_of(text, tokens[at]);
    const unsigned echoes = recent.may_hold(tokens[at].key) ? echoes_of(tokens, at) : 0;
    recent.add(tokens[at].key);
    if (here & before & kCapital) here |= kCapitals;
    if (echoes & kBeside) here |= kTwin;
    if (echoes & echoes_before & ~kBeside) here |= kEcho;
    classes[at] = before = here;
    echoes_before = echoes;
  }
  if (!classes.empty()) classes[0] |= kFirst;
}

}  // namespace

std::vector<WordClasses> token_classes(const Article& article, const Text& text, const Grammar& grammar) {
  std::vector<WordClasses> classes(text.tokens.size());
  for (const Sentence& sentence : text.sentences) {
    const std::span<const Token> tokens = text.tokens_of(sentence);
    class_sentence(article.text, tokens, grammar, std::span(classes).subspan(sentence.token_begin, tokens.size()));
  }
  return classes;
}

}  // namespace calque
