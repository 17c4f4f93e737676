#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

// The roles in brackets at the head or foot of a Chinese agency's report, as engines render them.
constexpr auto kRoles = std::to_array<std::string_view>(
    {"Reporter", "reporter", "Reporters", "reporters", "Correspondent", "Comprehensive", "comprehensive"});

constexpr std::uint64_t kClose = key_of(")");
constexpr std::size_t kLongest = 14;  // tokens

// "(Reporter Li Ming)": a name or a date follows, not "(reporter for the Post)".
std::size_t end_of_line(const SentenceView& view, std::size_t at) {
  if (!is_one_of(kRoles, view.word(at + 1))) return at;
  const bool is_name = view.is_capitalised(at + 2) || view.is_number(at + 2);
  if (!is_name) return at;
  for (std::size_t end = at + 3; end < view.size() && end < at + kLongest; ++end) {
    if (view.is_key(end, kClose)) return end;
  }
  return at + 2;
}

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  const std::size_t end = end_of_line(view, at);
  if (end == at) return;
  Finding& finding = findings.emplace_back();
  finding.span = view.span(at, end);
  finding.language = "zh";
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "[(Reporter Wang Lin)] The bridge was opened on Monday.",
    "The talks went on. [(Comprehensive 11 days)]",
    "[(Reporter Wang] Lin The bridge was opened on Monday, and the mayor drove over it first.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "She wrote to Lin (a reporter), to Wang (reporter for the Post) and to Ames (comprehensive school).",
});

}  // namespace

extern const Detector kReporterLine = {
    .id = "reporter-line",
    .type = ArtifactType::kAgencyBoilerplate,
    .mqm = "accuracy/mistranslation/overly-literal",
    .why = "The line by which Chinese agencies name their reporter, translated word by word.",
    .trigger = kOpeningBracket,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
