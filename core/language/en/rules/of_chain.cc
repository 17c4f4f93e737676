#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

// The index after the link that begins with the "of" at `at`: "of", perhaps an article, and a noun. `at` if there is no
// such link.
std::size_t after_link(const SentenceView& view, std::size_t at) {
  std::size_t noun = at + 1;
  if (view.is(noun, kThe)) ++noun;
  constexpr WordClasses kNoNoun = kDeterminer | kThe | kOneOf | kManyOf | kOnePerson | kManyPersons | kThat | kOf |
                                  kMagnitude | kUnit | kMonth | kManyThings;
  return view.is_word(noun) && !view.is(noun, kNoNoun) && view.word(noun).size() > 3 ? noun + 1 : at;
}

constexpr std::size_t kLongChain = 3;  // links

// People write chains of kLongChain links to name bodies: "the chairman of the board of directors of the bank".
bool names_body(const SentenceView& view, std::size_t first, std::size_t last) {
  for (std::size_t at = first; at <= last; ++at) {
    if (view.is(at, kBody)) return true;
  }
  return false;
}

// Whether the "of" at `at` is a later link of a chain, which is found at its first.
bool goes_on(const SentenceView& view, std::size_t at) {
  const auto leads_here = [&](std::size_t of) {
    return view.is(of, kOf) && view.is_word(of - 1) && after_link(view, of) == at;
  };
  return leads_here(at - 2) || leads_here(at - 3);
}

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  if (!view.is_word(at - 1) || goes_on(view, at)) return;
  std::size_t links = 0;
  std::size_t end = at;
  for (std::size_t next = after_link(view, end); view.is(end, kOf) && next != end; next = after_link(view, end)) {
    ++links;
    end = next;
  }
  if (links < kLongChain || (links == kLongChain && names_body(view, at - 1, end - 1))) return;
  findings.emplace_back().span = view.span(at - 1, end - 1);
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The [withdrawal of forces of maintenance of peace of the organisation] begins.",
    "He praised the [organisation of the treaty of security of the region].",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "The end of the second half of the season of the club was near.",
    "She is the chairman of the board of directors of the harbour, and the cost of the repair of the bridge was paid.",
});

}  // namespace

extern const Detector kOfChain = {
    .id = "of-chain",
    .type = ArtifactType::kCalquedNounPhrase,
    .mqm = "fluency/unidiomatic style",
    .why = "Nouns hang on each other by \"of\", one after the other; English builds compounds or uses the genitive.",
    .trigger = kOf,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
