#include <array>

#include "artifacts/detector.h"

namespace calque::common {
namespace {

using namespace word_class;

// The asterisk at `at` follows a word and is glued to one in small letters. One that starts a sentence or follows a
// mark is taken for a footnote or a list.
bool marks_word(const SentenceView& view, std::size_t at) {
  const bool follows_word = view.is_word(at - 1) && !view.touches_next(at - 1);
  if (!follows_word || !view.is_word(at + 1) || !view.touches_next(at)) return false;
  const std::string_view letters = view.word(at + 1);
  return letters.size() > 2 && is_lower(letters[0]) && is_lower(letters[1]);
}

// "*really*" and "*do not read this*" are emphasis, "*Sky News *and" is emphasis that went wrong, "f***" is a swear
// word.
bool is_for_emphasis(const SentenceView& view, std::size_t at) {
  const bool closes = at > 0 && view.touches_next(at - 1);
  return closes || (at + 1 < view.size() && view.touches_next(at) && is_upper(view.word(at + 1)[0]));
}

// From the first asterisk of a sentence on: one for emphasis explains them all.
void find(const SentenceView& view, std::size_t first, std::vector<Finding>& findings) {
  const std::size_t before = findings.size();
  for (std::size_t at = first; at < view.size(); ++at) {
    if (!view.is(at, kAsterisk)) continue;
    if (is_for_emphasis(view, at)) return findings.resize(before);
    if (!marks_word(view, at)) continue;
    Finding& finding = findings.emplace_back();
    finding.span = view.span(at, at + 1);
    finding.severity = Severity::kMajor;
  }
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
    .trigger = kAsterisk,
    .once_a_sentence = true,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::common
