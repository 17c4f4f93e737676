#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

// A full stop after these words does not end a sentence.
constexpr auto kAbbreviations = std::to_array<std::string_view>({
    "approx",
    "assn",
    "capt",
    "cent",
    "corp",
    "dept",
    "govt",
    "incl",
    "intl",
    "misc",
    "natl",
    "prof",
    "sept",
    "univ",
});

// Parts of a web address that has spaces in it.
constexpr auto kDomains =
    std::to_array<std::string_view>({"com", "org", "net", "gov", "edu", "html", "http", "https", "www"});

// Whether the full stop at `at` ends a sentence and the next word is in lower case: "work. in these days". UAX #29
// never ends a sentence before a lower-case letter, so the place is inside a sentence of ours.
bool ends_before_lower_case(const SentenceView& view, std::size_t at) {
  constexpr std::size_t kShortest = 4;  // shorter words with a full stop tend to be abbreviations
  if (at == 0 || at + 1 >= view.size() || !view.touches_next(at - 1) || view.touches_next(at)) return false;
  const std::string_view last = view.word(at - 1);
  const std::string_view next = view.word(at + 1);
  return last.size() >= kShortest && is_lower_word(last) && is_lower_word(next) && !is_one_of(kAbbreviations, last) &&
         !is_one_of(kDomains, next);
}

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  if (!ends_before_lower_case(view, at)) return;
  Finding& finding = findings.emplace_back();
  finding.span = view[at + 1].span;
  finding.suggestion = view.word(at + 1);
  finding.suggestion[0] -= 'a' - 'A';
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "They were thanked for the work. [in] these few days a bridge was built.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "Prices fell. iPhone sales rose, and eBay gained.",
    "The firm, Acme Corp. of Ohio, hired Dr. von Braun.",
    "It costs approx. four dollars, vs. five in May.",
    "He paid. \"so what?\" she asked.",
});

}  // namespace

extern const Detector kLowerCaseStart = {
    .id = "lower-case-start",
    .type = ArtifactType::kTypography,
    .mqm = "fluency/typography/capitalization",
    .why = "A sentence begins with a small letter; engines that work phrase by phrase lose the capital.",
    .trigger = kFullStop,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
