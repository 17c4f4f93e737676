#include <algorithm>
#include <array>

#include "artifacts/detector.h"

namespace calque::common {
namespace {

void finish(const Passage& passage, std::vector<Finding>& findings) {
  auto block = passage.article.blocks.begin();
  for (const Span word : passage.article.disguised) {
    block = std::find_if(block, passage.article.blocks.end(), [&](const Block& b) { return b.span.end >= word.end; });
    if (block == passage.article.blocks.end()) return;
    if (block->kind == BlockKind::kBoilerplate) continue;
    Finding& finding = findings.emplace_back();
    finding.span = word;
    finding.suggestion = passage.of(word);
  }
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "It was the [l\u0430st] of the gangs.",                 // a Cyrillic letter
    "It was the [la\u200Bst] of [t\u2066h\u2069e] gangs.",  // characters that cannot be seen
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "The co\u00ADoperative (\u041C\u043E\u0441\u043A\u0432\u0430) makes 5 k\u03A9 resistors.",
    "\u200BThe list was shared by \u200Ethe council\u200E.",
});

}  // namespace

extern const Detector kDisguisedWord = {
    .id = "disguised-word",
    .type = ArtifactType::kTypography,
    .mqm = "fluency/typography",
    .why =
        "Letters of another script that look like Latin ones, or characters that cannot be seen, stand in this word, "
        "as where a text is to get past filters.",
    .finish = finish,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::common
