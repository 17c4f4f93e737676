#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "article/html_tokenizer.h"
#include "article/page_marks.h"
#include "artifacts/detector.h"

namespace calque::common {
namespace {

std::string why_of(std::string_view code, std::string_view means) {
  return "The page's code has " + std::string(code) + ": " + std::string(means) + ".";
}

// The first paragraph's: a mark of the page applies to all of its text and has no place in it.
std::uint32_t text_begin(const Article& article) {
  const auto first = std::ranges::find(article.blocks, BlockKind::kParagraph, &Block::kind);
  return first == article.blocks.end() ? 0 : first->span.begin;
}

void add_marks_of_page(const Article& article, std::vector<Finding>& findings) {
  const std::uint32_t begin = text_begin(article);
  for (const PageMark& mark : article.page_marks) {
    Finding& finding = findings.emplace_back();
    finding.span = {begin, begin};
    finding.severity = Severity::kMajor;
    finding.why = why_of(mark.code, mark.means);
  }
}

// Marks in markup that a scraper left in the text. An article about GTranslate has none: they stand in tags.
void add_marks_in_text(std::string_view text, std::vector<Finding>& findings) {
  if (text.find('<') == text.npos) return;
  PageMarkReader reader;
  HtmlTokenizer tokens(text);
  std::vector<CodeMark> marks;
  for (HtmlToken token; tokens.next(token);) {
    reader.read(token);
    const std::optional<CodeMark> mark = token.kind == HtmlToken::kStart ? mark_of_text(token) : std::nullopt;
    if (mark && !is_paired(token)) marks.push_back(*mark);
  }
  marks.insert(marks.end(), reader.marks().begin(), reader.marks().end());
  for (const CodeMark& mark : marks) {
    const auto begin = static_cast<std::uint32_t>(mark.code.data() - text.data());
    Finding& finding = findings.emplace_back();
    finding.span = {begin, begin + static_cast<std::uint32_t>(mark.code.size())};
    finding.severity = Severity::kMajor;
    finding.why = why_of(mark.code, mark.means);
  }
}

void finish(const Passage& passage, std::vector<Finding>& findings) {
  add_marks_of_page(passage.article, findings);
  add_marks_in_text(passage.article.text, findings);
}

constexpr auto kFlagged = std::to_array<std::string_view>({
    "[<html class='translated-ltr' lang='en'>]The port was closed.",
    "[<link rel='alternate machine-translated-from' hreflang='de' href='/hafen'>]The port was closed.",
    "[<p _msthash='7' _msttexthash='4615'>]The port was closed.</p>",
});

constexpr auto kPassed = std::to_array<std::string_view>({
    "The plug-in puts a gtranslate_wrapper and a translated-ltr into a page.",
    "<div class='gtranslate_wrapper'>The port was closed.</div>",
    "<html lang='en'><a href='https://port-example.translate.goog/'>Translate this page</a>The port was closed.",
});

}  // namespace

extern const Detector kPageMark = {
    .id = "page-mark",
    .type = ArtifactType::kPageMark,
    .mqm = "style/machine translation plug-in",
    .why = "The page was translated by a plug-in or a service, which left its mark in the page's code.",
    .finish = finish,
    .flagged = kFlagged,
    .passed = kPassed,
};

}  // namespace calque::common
