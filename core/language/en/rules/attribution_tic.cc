#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

constexpr std::uint64_t kAs = key_of("as");
constexpr std::uint64_t kIt = key_of("it");
constexpr auto kPersons = std::to_array<std::string_view>({"him", "her", "them"});

// "as he stated", "as she described"; `at` is the verb.
bool is_as_said(const SentenceView& view, std::size_t at) {
  const bool is_verb = view.is(at, kSaid) || view.word(at) == "described";
  return is_verb && view.is_key(at - 2, kAs) && view.is(at - 1, kOnePerson) && view.is(at + 1, kComma | kFullStop);
}

// "It is reported that"
bool is_known_that(const SentenceView& view, std::size_t at) {
  return view.is(at, kKnown) && is_lower_word(view.word(at)) && view.is_key(at - 2, kIt) && view.is(at - 1, kIs) &&
         view.is(at + 1, kThat);
}

// "according to him"
bool is_according_to(const SentenceView& view, std::size_t at) {
  return (view.word(at) == "according" || view.word(at) == "According") && view.word(at + 1) == "to" &&
         is_one_of(kPersons, view.word(at + 2));
}

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  if (is_as_said(view, at)) findings.emplace_back().span = view.span(at - 2, at);
  if (is_known_that(view, at)) findings.emplace_back().span = view.span(at - 2, at + 1);
  if (is_according_to(view, at)) findings.emplace_back().span = view.span(at, at + 2);
}

// One aside is normal English. An article that repeats them was written in another language.
constexpr std::size_t kFewest = 3;
constexpr std::size_t kWordsForEach = 250;

void finish(const Passage& passage, std::vector<Finding>& findings) {
  if (findings.size() < kFewest || findings.size() * kWordsForEach < passage.text.words) findings.clear();
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "It went well, [as he stated]. [It is reported that] more will come, [according to him].",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "It went well, as he stated. More will come, according to him.",
    "She did as he said she would, and it is known that it helped.",
});

}  // namespace

extern const Detector kAttributionTic = {
    .id = "attribution-tic",
    .type = ArtifactType::kAgencyBoilerplate,
    .mqm = "fluency/unidiomatic style",
    .why =
        "Asides like \"as he stated\" come again and again; newspapers in Arabic, Turkish and Russian attribute so, in "
        "English not.",
    .trigger = kSaid | kDescribed | kKnown | kAccording,
    .find = find,
    .finish = finish,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
