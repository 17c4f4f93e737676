#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

// Words that may follow a noun, but not the first noun of a compound: "two person crew" is no mistake of an engine.
constexpr auto kAfterNoun = std::to_array<std::string_view>({"of", "in", "on", "at", "to", "from", "with", "by", "for",
                                                             "who", "which", "that", "were", "are", "have", ".", ","});

// "several person were"
bool is_many_of_one(const SentenceView& view, std::size_t at) {
  return view.is(at, kManyOf) && view.is(at + 1, kOneThing) && is_one_of(kAfterNoun, view.word(at + 2)) &&
         view.stands_apart(at + 1);
}

// "this countries". "This people" often has another reading.
bool is_one_of_many(const SentenceView& view, std::size_t at) {
  constexpr auto kOtherReadings = std::to_array<std::string_view>({"people", "measures", "words", "problems"});
  return view.is(at, kOneOf) && view.is(at + 1, kManyThings) && !is_one_of(kOtherReadings, view.word(at + 1)) &&
         is_one_of(kAfterNoun, view.word(at + 2));
}

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  if (!is_lower_word(view.word(at + 1))) return;
  if (is_many_of_one(view, at) || is_one_of_many(view, at)) findings.emplace_back().span = view.span(at, at + 1);
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "There were [several person] in the hall.",
    "They left [this countries] to work abroad.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "A two person crew flew five city buses to the fair.",
    "This people has a long memory, and this measures the depth of it.",
    "He hosted another women's day, and each men-only club closed.",
});

}  // namespace

extern const Detector kNumberAgreement = {
    .id = "number-agreement",
    .type = ArtifactType::kAgreement,
    .mqm = "fluency/grammar/agreement",
    .why = "One word speaks of one thing and the next of several; an engine inflects each word by itself.",
    .trigger = kManyOf | kOneOf,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
