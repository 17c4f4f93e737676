#include <array>

#include "artifacts/detector.h"
#include "language/en/word_classes.h"

namespace calque::en {
namespace {

using namespace word_class;

constexpr std::uint64_t kThan = key_of("than");

// "more bigger than": before a noun "more older people" is people's English.
bool is_doubled_comparative(const SentenceView& view, std::size_t at) {
  return view.is(at, kMore) && view.is(at + 1, kComparative) && view.is_key(at + 2, kThan);
}

bool is_doubled_superlative(const SentenceView& view, std::size_t at) {
  return view.is(at, kMost) && view.is(at + 1, kSuperlative) && view.is(at - 1, kThe) && view.stands_apart(at + 1);
}

void find(const SentenceView& view, std::size_t at, std::vector<Finding>& findings) {
  if (!is_doubled_comparative(view, at) && !is_doubled_superlative(view, at)) return;
  Finding& finding = findings.emplace_back();
  finding.span = view.span(at, at + 1);
  finding.suggestion = written_like(view.word(at), view.word(at + 1));
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "The new bridge is [more bigger] than the old one.",
    "It is the [most largest] port of the region.",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "There are more older people in the towns than before.",
    "It made most best-of lists, and the most highest-paid players left.",
});

}  // namespace

extern const Detector kDoubleComparison = {
    .id = "double-comparison",
    .type = ArtifactType::kAgreement,
    .mqm = "fluency/grammar",
    .why = "\"More\" or \"most\" stands before a word that is compared already; the source says both.",
    .trigger = kMore | kMost,
    .find = find,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::en
