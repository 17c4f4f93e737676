#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

constexpr std::uint64_t kClosing = key_of("»");

// Called at the first mark of a sentence. Pages use a single closing mark as a bullet or an arrow, so it counts only
// after an opening one.
void find(const SentenceView& view, std::size_t first, std::vector<Finding>& findings) {
  bool is_open = false;
  for (std::size_t at = first; at < view.size(); ++at) {
    const bool closes = view.is_key(at, kClosing);
    if (!view.is(at, kForeignQuote) || (closes && !is_open)) continue;
    is_open = true;
    Finding& finding = findings.emplace_back();
    finding.span = view[at].span;
    finding.suggestion = closes ? "”" : "“";
  }
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "He called it [„]a bad joke“ and left.",
    "The ship [«]Aurora[»] is a museum.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "He called it “a bad joke”, 'a farce' and \"a shame\". Read more »",
});

}  // namespace

extern const Detector kForeignQuotes = {
    .id = "foreign-quotes",
    .type = ArtifactType::kTypography,
    .mqm = "locale convention/quotation marks",
    .why = "These are the quotation marks of another language; engines carry them over.",
    .trigger = kForeignQuote,
    .once_a_sentence = true,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
