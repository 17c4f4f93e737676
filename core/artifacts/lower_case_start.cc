#include <array>

#include "artifacts/detector.h"
#include "artifacts/token_tests.h"

namespace calque {
namespace {

// After these a full stop ends no sentence.
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

// Begin a web address that was torn apart.
constexpr auto kDomains =
    std::to_array<std::string_view>({"com", "org", "net", "gov", "edu", "html", "http", "https", "www"});

constexpr std::uint64_t kFullStop = key_of(".");

// The full stop at `at` ends a sentence and what follows it begins in lower case: "work. in these days".
bool ends_before_lower_case(const Passage& passage, std::span<const Token> tokens, std::size_t at) {
  constexpr std::size_t kShortest = 4;  // shorter words with a full stop tend to be abbreviations
  if (!touch(tokens[at - 1], tokens[at]) || touch(tokens[at], tokens[at + 1])) return false;
  std::string_view last = passage.of(tokens[at - 1]);
  std::string_view next = passage.of(tokens[at + 1]);
  return last.size() >= kShortest && is_lower_word(last) && is_lower_word(next) && !is_one_of(kAbbreviations, last) &&
         !is_one_of(kDomains, next);
}

void find_in(const Passage& passage, std::span<const Token> tokens, std::vector<Finding>& findings) {
  for (std::size_t at = 1; at + 1 < tokens.size(); ++at) {
    if (tokens[at].key != kFullStop || !ends_before_lower_case(passage, tokens, at)) continue;
    Finding& finding = findings.emplace_back();
    finding.span = tokens[at + 1].span;
    finding.suggestion = passage.of(finding.span);
    finding.suggestion[0] -= 'a' - 'A';
  }
}

// UAX #29 ends no sentence before a small letter, so the place is inside what counts as one sentence.
void find(const Passage& passage, std::vector<Finding>& findings) {
  for (const Sentence& sentence : passage.text.sentences) find_in(passage, passage.text.tokens_of(sentence), findings);
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
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque
