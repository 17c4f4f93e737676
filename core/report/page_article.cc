#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/utf8.h"
#include "report/html.h"
#include "report/page.h"

namespace calque {
namespace {

constexpr std::size_t kShownInTip = 3;  // of findings that lie over each other

// A finding with an empty span is drawn on the character after it.
Span drawn(const Finding& finding, std::string_view text) {
  Span span = finding.span;
  if (!span.empty()) return span;
  do {
    ++span.end;
  } while (span.end < text.size() && is_continuation(text[span.end]));
  return span;
}

// Goes through the text once, from one place where a finding or a sentence begins or ends to the next.
class PageArticle {
 public:
  PageArticle(const Article& article, const Text& text, std::span<const Finding> findings, std::string& out)
      : article_(article), text_(text), findings_(findings), out_(out) {
    for (const Finding& finding : findings) {
      const Span span = drawn(finding, article.text);
      spans_.push_back(span);
      cuts_.insert(cuts_.end(), {span.begin, span.end});
    }
    for (const Sentence& sentence : text.sentences) cuts_.push_back(sentence.span.begin);
    std::ranges::sort(cuts_);
  }

  void append_block(const Block& block) {
    out_ += block.kind == BlockKind::kBoilerplate ? "<p class=\"left\">" : "<p>";
    std::uint32_t at = block.span.begin;
    while (at < block.span.end) {
      next_cut_ = std::upper_bound(cuts_.begin() + next_cut_, cuts_.end(), at) - cuts_.begin();
      const auto cut = static_cast<std::size_t>(next_cut_);
      const std::uint32_t end = cut < cuts_.size() ? std::min(cuts_[cut], block.span.end) : block.span.end;
      append_stretch({at, end});
      at = end;
    }
    out_ += "</p>\n";
  }

 private:
  void append_stretch(Span stretch) {
    append_anchors(stretch);
    std::erase_if(active_, [&](std::size_t i) { return spans_[i].end <= stretch.begin; });
    if (active_.empty()) return append_html(stretch.of(article_.text), out_);
    const auto worst = std::ranges::max_element(active_, {}, [&](std::size_t i) { return findings_[i].severity; });
    const Finding& finding = findings_[*worst];
    fmt::format_to(std::back_inserter(out_), "<a class=\"f {} {} {}\" href=\"#finding-{}\">",
                   finding.severity == Severity::kMajor ? "major" : "minor", artifact_group(finding.type),
                   artifact_name(finding.type), *worst + 1);
    append_html(stretch.of(article_.text), out_);
    for (const std::size_t i : active_) {
      if (spans_[i].end <= stretch.end) fmt::format_to(std::back_inserter(out_), "<sup>{}</sup>", i + 1);
    }
    append_tip();
    out_ += "</a>";
  }

  // Of the sentences and findings that begin up to the stretch.
  void append_anchors(Span stretch) {
    const auto begins = [&](std::uint32_t begin) { return begin <= stretch.begin; };
    for (; sentence_ < text_.sentences.size() && begins(text_.sentences[sentence_].span.begin); ++sentence_) {
      fmt::format_to(std::back_inserter(out_), "<span id=\"s-{}\"></span>", sentence_ + 1);
    }
    for (; next_ < findings_.size() && begins(spans_[next_].begin); ++next_) {
      fmt::format_to(std::back_inserter(out_), "<span id=\"mark-{}\"></span>", next_ + 1);
      active_.push_back(next_);
    }
  }

  // Shown while the place is pointed at or has the focus; the list of findings says the same to screen readers.
  void append_tip() {
    out_ += "<span class=\"tip\" aria-hidden=\"true\">";
    for (std::size_t k = 0; k < std::min(active_.size(), kShownInTip); ++k) {
      const Finding& finding = findings_[active_[k]];
      fmt::format_to(std::back_inserter(out_), "<span><b>{} {}</b> ", active_[k] + 1, artifact_name(finding.type));
      append_page_reason(finding, out_);
      out_ += "</span>";
    }
    out_ += "</span>";
  }

  const Article& article_;
  const Text& text_;
  std::span<const Finding> findings_;
  std::string& out_;
  std::vector<Span> spans_;
  std::vector<std::uint32_t> cuts_;
  std::ptrdiff_t next_cut_ = 0;
  std::size_t sentence_ = 0;
  std::size_t next_ = 0;             // the first finding that begins after the stretches so far
  std::vector<std::size_t> active_;  // findings that reach into the stretch
};

}  // namespace

void append_page_reason(const Finding& finding, std::string& out) {
  if (!finding.suggestion.empty()) {
    out += "read <q>";
    append_html(finding.suggestion, out);
    out += "</q>. ";
  }
  append_html(finding.why, out);
}

void append_page_article(const Article& article, const Text& text, std::span<const Finding> findings,
                         std::string& out) {
  PageArticle page(article, text, findings, out);
  for (const Block& block : article.blocks) page.append_block(block);
}

}  // namespace calque
