#include <array>

#include "artifacts/detector.h"

namespace calque::common {
namespace {

// What translation plug-ins and services write into the pages they translate. Seen in pages by warc2text, which drops
// them (Bitextor project).
constexpr auto kMarks = std::to_array<std::string_view>({
    "class=\"translated-ltr\"",
    "class=\"translated-rtl\"",
    "gtranslate_wrapper",
    "gtranslate.net",
    "gt_switcher",
    "transposh_",
    "wg-translator",
    "weglot.com",
    "weglot-translate",
    "translate.goog\"",
    "data-trp-translation",
    "bablic.com",
    "linguise.com",
});

// Marks stand in tags only: a text without any has none. An article about GTranslate passes.
void finish(const Passage& passage, std::vector<Finding>& findings) {
  const std::string_view text = passage.article.text;
  const std::size_t tag = text.find('<');
  if (tag == text.npos) return;
  for (const std::string_view mark : kMarks) {
    const std::size_t at = text.find(mark, tag);
    if (at == text.npos) continue;
    Finding& finding = findings.emplace_back();
    finding.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + mark.size())};
    finding.severity = Severity::kMajor;
  }
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "<div class='[gtranslate_wrapper]'>The port was closed.</div>",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "The plug-in puts a gtranslate_wrapper into a page.",
});

}  // namespace

extern const Detector kPageMark = {
    .id = "page-mark",
    .type = ArtifactType::kPageMark,
    .mqm = "style/machine translation plug-in",
    .why = "The page was translated by a plug-in, which left its mark in the page's code.",
    .finish = finish,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::common
