#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

bool starts_sentence(const SentenceView& view, std::size_t at) {
  return at == 0 || (at == 1 && view[0].kind == TokenKind::kPunctuation);
}

// "He are", only at the start of a sentence, where no "if", "that" or "may" can require the form.
bool is_one_with_are(const SentenceView& view, std::size_t at) {
  return view.is(at, kOnePerson) && view.is(at + 1, kAre) && starts_sentence(view, at) && view.stands_apart(at + 1);
}

// "6 people was". The number excludes "what tested the people was". At the start of a sentence the number itself may be
// the subject: "two children is rare".
bool is_many_with_is(const SentenceView& view, std::size_t at) {
  const bool is_many = view.is(at, kManyOf) || (view.is_number(at) && view.word(at) != "1");
  return is_many && view.is(at + 1, kManyThings) && view.is(at + 2, kIs) && view.word(at + 2) != "is" &&
         view.is_word(at + 3);
}

void find(const SentenceView& view, std::size_t first, std::vector<Finding>& findings) {
  for (const std::size_t at : {first, first + 1}) {
    if (is_one_with_are(view, at)) findings.emplace_back().span = view.span(at, at + 1);
  }
  if (is_many_with_is(view, first)) findings.emplace_back().span = view.span(first, first + 2);
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "[6 people was] hurt in the fire.",
    "[He have] said it many times.",
    "\u201C[He have] said it many times,\u201D she wrote.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "If he were mayor, as it were, he would stay.",
    "What worries people is the price, and two children is what most couples want.",
    "He asked that she have a say.",
    "She were, he was, they were: so it was learned by heart.",
    "Two children is what most couples want.",
    "6 people was, on the whole, too many.",
});

}  // namespace

extern const Detector kVerbAgreement = {
    .id = "verb-agreement",
    .type = ArtifactType::kAgreement,
    .mqm = "fluency/grammar/agreement",
    .why = "The verb does not agree with its subject; an engine inflects each word by itself.",
    .trigger = kFirst,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
