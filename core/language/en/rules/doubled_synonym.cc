#include <algorithm>
#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

// "X and X" that people write: of time, of growth, for emphasis.
constexpr auto kMayBeCoupled = std::to_array<std::string_view>({
    "again",   "around",   "bigger",    "decades", "deeper",   "farther", "faster",   "further", "harder",
    "higher",  "hours",    "hundreds",  "longer",  "louder",   "miles",   "millions", "months",  "people",
    "smaller", "stronger", "thousands", "through", "together", "weeks",   "within",   "worse",
});
static_assert(std::ranges::is_sorted(kMayBeCoupled));

// Only nouns count, found by their endings: people repeat verbs ("waited and waited") and comparatives for effect.
bool is_abstract_noun(std::string_view word) {
  constexpr auto kEndings = std::to_array<std::string_view>(
      {"tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "acy", "ure"});
  return std::ranges::any_of(kEndings, [&](std::string_view ending) { return word.ends_with(ending); });
}

// "information and information technology": the second word belongs to the next.
bool ends_there(const SentenceView& view, std::size_t at) {
  return !view.is_word(at) || view.is(at, kOf | kIn | kIs | kAre | kThat | kThe | kAnd) || view.word(at) == "to";
}

bool stands(const SentenceView& view, std::size_t at) {
  if (at == 0 || at + 1 >= view.size() || view[at - 1].key != view[at + 1].key) return false;
  const std::string_view word = view.word(at + 1);
  return word.size() > 5 && is_lower_word(word) && is_abstract_noun(word) && ends_there(view, at + 2) &&
         !std::ranges::binary_search(kMayBeCoupled, word);
}

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  if (!stands(view, at)) return;
  Finding& finding = findings.emplace_back();
  finding.span = view.span(at - 1, at + 1);
  finding.suggestion = view.word(at - 1);
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The order was founded for [cooperation and cooperation] in the north.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "She waited and waited, and grew stronger and stronger for hours and hours.",
    "Information and information technology are two things, as are investment and co-investment.",
});

}  // namespace

extern const Detector kDoubledSynonym = {
    .id = "doubled-synonym",
    .type = ArtifactType::kRepetition,
    .mqm = "fluency/duplication",
    .why = "A word is joined to itself by \"and\"; the source has two words that the engine renders by one.",
    .trigger = kAnd,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
