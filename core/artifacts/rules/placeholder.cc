#include <algorithm>
#include <array>

#include "artifacts/detector.h"

namespace calque::common {
namespace {

using namespace word_class;

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

bool is_framed(const SentenceView& view, std::size_t at, const Frame& frame) {
  return view.is_key(at, frame.open) && view.is_key(at + 2, frame.close) && view.touches_next(at) &&
         view.touches_next(at + 1) && frame.holds(view.word(at + 1));
}

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  const bool is_underscored = is_underscored_label(view.word(at));
  const auto is_framed_here = [&](const Frame& frame) { return is_framed(view, at, frame); };
  if (!is_underscored && std::ranges::none_of(kFrames, is_framed_here)) return;
  Finding& finding = findings.emplace_back();
  finding.span = view.span(at, is_underscored ? at : at + 2);
  finding.severity = Severity::kMajor;
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
    .trigger = kUnderscore | kFrame,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::common
