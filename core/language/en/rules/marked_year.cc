#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

constexpr std::uint64_t kYear = key_of("year");

bool is_year(const SentenceView& view, std::size_t at) {
  const std::string_view digits = view.word(at);
  return view.is_number(at) && digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

bool ends_clause(const SentenceView& view, std::size_t at) {
  return at + 1 == view.size() || view.word(at + 1) == "." || (view.word(at + 1) == "," && !view.is_number(at + 2));
}

// "in the year 2010"; "by the year 2050" looks ahead, as people do.
bool is_spelt_out(const SentenceView& view, std::size_t at) {
  const std::string_view before = view.word(at - 3);
  return view.is_key(at - 1, kYear) && view.is(at - 2, kThe) && (before == "in" || before == "In") &&
         view.word(at) < "2030" && view.word(at) != "2000" && !view.is_number(at + 1);
}

// "in the 2013."
bool has_article(const SentenceView& view, std::size_t at) {
  return view.is(at - 1, kThe) && view.is(at - 2, kIn) && ends_clause(view, at) && view.stands_apart(at - 1);
}

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  if (!is_year(view, at) || !(is_spelt_out(view, at) || has_article(view, at))) return;
  const std::size_t in = at - (view.is_key(at - 1, kYear) ? 3 : 2);
  Finding& finding = findings.emplace_back();
  finding.span = view.span(in, at);
  finding.suggestion.append(view.word(in)).append(" ").append(view.word(at));
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The bridge was built [in the year 1987] by the army.",
    "The budget shall be balanced [in the 2013], he said.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "By the year 2050 the town will be twice as big.",
    "He lost in the 2012 race, and in the 1992, 1996 and 2008 campaigns.",
    "She was born in 1987, the year the bridge was built.",
});

}  // namespace

extern const Detector kMarkedYear = {
    .id = "marked-year",
    .type = ArtifactType::kDateNumber,
    .mqm = "fluency/grammar/determiner",
    .why =
        "English names a year by its bare number; Spanish, Russian and others put \"the\" or \"the year\" before it.",
    .trigger = kNumber,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
