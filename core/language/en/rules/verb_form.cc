#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

// "the will", "a can", "May": modal verbs that are also nouns or names.
bool may_be_noun(std::string_view modal) {
  return modal == "will" || modal == "can" || modal == "might" || modal == "may";
}

// A noun may end before the verb: "all that the will is". So the word before must be a pronoun or a plural.
bool has_subject(const SentenceView& view, std::size_t at) {
  return view.is(at - 1, kOnePerson | kManyPersons | kManyThings);
}

// The index of the verb after the auxiliary at `at`.
std::size_t verb_after(const SentenceView& view, std::size_t at) {
  ++at;
  while (view.is(at, kNot | kAdverb)) ++at;
  return at;
}

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  const std::size_t verb = verb_after(view, at);
  const bool is_do = view.is(at, kDo);
  if (!view.is(verb, kFinite) || (is_do && !view.is(at + 1, kNot))) return;
  if (!is_lower_word(view.word(at)) || !is_lower_word(view.word(verb))) return;
  if (may_be_noun(view.word(at)) && !has_subject(view, at)) return;
  findings.emplace_back().span = view.span(at, verb);
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The council [must has] a plan by June.",
    "She [did not came] to the hearing.",
    "They [can also was] heard in the yard.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "All that the will is worth is a house and a boat.",
    "Opening a can is easy, and might is not right.",
    "She did come, and he could have been there, too.",
    "What they do is good, and what he did was not.",
});

}  // namespace

extern const Detector kVerbForm = {
    .id = "verb-form",
    .type = ArtifactType::kAgreement,
    .mqm = "fluency/grammar/verb form",
    .why =
        "After \"must\", \"can\" or \"did not\" English has the bare verb; an engine that inflects each word by itself "
        "does not know.",
    .trigger = kModal | kDo,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
