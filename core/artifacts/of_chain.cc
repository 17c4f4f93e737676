#include <array>

#include "artifacts/detector.h"
#include "artifacts/sentence_view.h"

namespace calque {
namespace {

using namespace word_class;

// The token after the noun that follows the "of" at `at`: at most an article and one noun. Or `at` when there is none.
std::size_t after_link(const SentenceView& view, std::size_t at) {
  std::size_t noun = at + 1;
  if (view.is(noun, kThe)) ++noun;
  constexpr WordClasses kNoNoun = kDeterminer | kThe | kOneOf | kManyOf | kOnePerson | kManyPersons | kThat | kOf |
                                  kMagnitude | kUnit | kMonth | kManyThings;
  return view.is_word(noun) && !view.is(noun, kNoNoun) && view.word(noun).size() > 3 ? noun + 1 : at;
}

constexpr std::size_t kLongChain = 3;  // links

// People write as many where bodies and their officers are named: "the chairman of the board of directors of the bank".
constexpr auto kBodies =
    std::to_array<std::uint64_t>({key_of("board"), key_of("office"), key_of("state"), key_of("house"),
                                  key_of("ministry"), key_of("department"), key_of("head"), key_of("bureau")});

bool names_body(const SentenceView& view, std::size_t first, std::size_t last) {
  for (std::size_t at = first; at <= last; ++at) {
    if (std::ranges::find(kBodies, view[at].key) != kBodies.end()) return true;
  }
  return false;
}

bool is_long(const SentenceView& view, std::size_t first, std::size_t last, std::size_t links) {
  return links > kLongChain || (links == kLongChain && !names_body(view, first, last));
}

void find(const Passage& passage, std::vector<Finding>& findings) {
  for (const Sentence& sentence : passage.text.sentences) {
    const SentenceView view(passage, sentence);
    for (std::size_t at = 1; at < view.size(); ++at) {
      if (!view.is(at, kOf) || !view.is_word(at - 1)) continue;
      std::size_t links = 0;
      std::size_t end = at;
      for (std::size_t next = after_link(view, end); view.is(end, kOf) && next != end; next = after_link(view, end)) {
        ++links;
        end = next;
      }
      if (is_long(view, at - 1, end - 1, links)) findings.emplace_back().span = view.span(at - 1, end - 1);
      if (end > at) at = end - 1;
    }
  }
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
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque
