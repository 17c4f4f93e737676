#include <array>

#include "artifacts/detector.h"
#include "artifacts/token_tests.h"

namespace calque {
namespace {

bool is_label_char(char c) { return is_upper(c) || c == '_' || (c >= '0' && c <= '9'); }

// "PRS_ORG", "NUM1": capitals, digits and underscores, two at least, the first a capital.
bool is_label(std::string_view word) {
  return word.size() >= 2 && is_upper(word[0]) && std::ranges::all_of(word, is_label_char);
}

// "__NUM__"
bool is_underscored_label(std::string_view word) {
  return word.size() > 4 && word.starts_with("__") && word.ends_with("__") && is_label(word.substr(2, word.size() - 4));
}

bool is_unknown_word(std::string_view word) { return word == "unk" || word == "UNK"; }

// The two marks around a placeholder, and what is between them.
struct Frame {
  std::uint64_t open;
  std::uint64_t close;
  bool (*holds)(std::string_view word);
};
constexpr auto kFrames = std::to_array<Frame>({
    {key_of("#"), key_of("#"), is_label},                               // #PRS_ORG#
    {key_of("<"), key_of(">"), is_unknown_word},                        // <unk>
    {key_of("["), key_of("]"), is_unknown_word},                        // [UNK]
    {key_of("⟨"), key_of("⟩"), [](std::string_view) { return true; }},  // ⟨x⟩
});

bool is_framed(const Passage& passage, std::span<const Token, 3> tokens, const Frame& frame) {
  return tokens[0].key == frame.open && tokens[2].key == frame.close && touch(tokens[0], tokens[1]) &&
         touch(tokens[1], tokens[2]) && frame.holds(passage.of(tokens[1]));
}

void add(Span span, std::vector<Finding>& findings) {
  Finding& finding = findings.emplace_back();
  finding.span = span;
  finding.severity = Severity::kMajor;
}

void find_at(const Passage& passage, std::span<const Token> tokens, std::size_t at, std::vector<Finding>& findings) {
  if (is_underscored_label(passage.of(tokens[at]))) return add(tokens[at].span, findings);
  if (at + 2 >= tokens.size()) return;
  std::span<const Token, 3> three = tokens.subspan(at).first<3>();
  for (const Frame& frame : kFrames) {
    if (is_framed(passage, three, frame)) return add({three[0].span.begin, three[2].span.end}, findings);
  }
}

void find(const Passage& passage, std::vector<Finding>& findings) {
  std::span<const Token> tokens = passage.text.tokens;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    char first = passage.article.text[tokens[at].span.begin];
    bool may_open = first == '_' || first == '#' || first == '<' || first == '[' || first == "⟨"[0];
    if (may_open) find_at(passage, tokens, at, findings);
  }
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The director of [#PRS_ORG#] denied it.",
    "The [<unk>] of the port was closed on Monday.",
    "About [__NUM__] people came.",
    "The [⟨name⟩] was arrested at the border.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "Fans wrote #MeToo and #BLM on the wall.",
    "Students of UNK [University of Nebraska at Kearney] won.",
    "If a < b and b > c, we are done.",
    "The file is called __init__.py, he said.",
});

}  // namespace

extern const Detector kPlaceholder = {
    .id = "placeholder",
    .type = ArtifactType::kPlaceholder,
    .mqm = "accuracy/untranslated/placeholder",
    .why = "An engine's stand-in for a name, a number or a word that it does not know was left in the text.",
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque
