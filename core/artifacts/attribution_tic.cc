#include <array>

#include "artifacts/detector.h"
#include "artifacts/sentence_view.h"

namespace calque {
namespace {

using namespace word_class;

constexpr std::uint64_t kAs = key_of("as");
constexpr std::uint64_t kTo = key_of("to");
constexpr std::uint64_t kIt = key_of("it");
constexpr auto kPersons = std::to_array<std::string_view>({"him", "her", "them"});
constexpr auto kToldOf = std::to_array<std::string_view>(
    {"reported", "noted", "recalled", "noteworthy", "known", "emphasized", "underlined"});

// The last token of a tic that begins at `at`, or `at` itself.
std::size_t end_of_tic(const SentenceView& view, std::size_t at) {
  // "as he stated", "as she described"
  if (view.is_key(at, kAs) && view.is(at + 1, kOnePerson) &&
      (view.is(at + 2, kSaid) || view.word(at + 2) == "described")) {
    return view.word(at + 3) == "," || view.word(at + 3) == "." ? at + 2 : at;
  }
  // "according to him"
  if (view.word(at + 1) == "to" && is_one_of(kPersons, view.word(at + 2))) {
    return view.word(at) == "according" || view.word(at) == "According" ? at + 2 : at;
  }
  // "It is reported that"
  const bool is_told = view.is_key(at, kIt) && view.is(at + 1, kIs) && is_one_of(kToldOf, view.word(at + 2));
  return is_told && view.is(at + 3, kThat) ? at + 3 : at;
}

// One of these is nothing. An article in which they come again and again was put together in another language.
constexpr std::size_t kFewest = 3;
constexpr std::size_t kWordsForEach = 250;

void find(const Passage& passage, std::vector<Finding>& findings) {
  const std::size_t first = findings.size();
  for (const Sentence& sentence : passage.text.sentences) {
    const SentenceView view(passage, sentence);
    for (std::size_t at = 0; at + 2 < view.size(); ++at) {
      const bool may_begin = view[at].key == kAs || view[at].key == kIt || view[at + 1].key == kTo;
      if (!may_begin) continue;
      const std::size_t end = end_of_tic(view, at);
      if (end != at) findings.emplace_back().span = view.span(at, end);
    }
  }
  const std::size_t found = findings.size() - first;
  if (found < kFewest || found * kWordsForEach < passage.text.words) findings.resize(first);
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
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque
