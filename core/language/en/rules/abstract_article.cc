#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

constexpr auto kBefore = std::to_array<std::string_view>({"against", "about", "on", "with", "to", "between", "than"});

// Whether the clause ends after the noun. Otherwise it may have an article: "the poverty of the north", "the Islam that
// he knows", "the Europe team".
bool ends_clause(const SentenceView& view, std::size_t at) {
  return view.word(at + 1) == "." || view.word(at + 1) == ",";
}

bool stands(const SentenceView& view, std::size_t at) {
  const bool follows_preposition = view.is(at - 2, kOf | kIn) || is_one_of(kBefore, view.word(at - 2));
  return view.is(at - 1, kThe) && follows_preposition && ends_clause(view, at);
}

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  if (!stands(view, at)) return;
  Finding& finding = findings.emplace_back();
  finding.span = view.span(at - 1, at);
  finding.suggestion = view.word(at);
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The party fights against [the corruption], and for the future of [the democracy].",
    "It is the largest port of [the Spain].",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "The poverty of the north is known, and he wrote of the poverty that he saw.",
    "She spoke of the Europe she knew, of the Russia team, and of democracy.",
});

}  // namespace

extern const Detector kAbstractArticle = {
    .id = "abstract-article",
    .type = ArtifactType::kDeterminer,
    .mqm = "fluency/grammar/determiner",
    .why = "English has no article before a thing in general or a country; Romance languages and Greek have one.",
    .trigger = kAbstract,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
