#include "report/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "language/language_name.h"
#include "report/assets/explain.css.h"
#include "report/html.h"

namespace calque {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kGroups = {{{"words", "words and phrases"},
                                                                                   {"grammar", "grammar"},
                                                                                   {"names", "names and numbers"},
                                                                                   {"page", "page and marks"}}};

void append_heading(const Document& document, const Analysis& analysis, const Explanation& explanation,
                    std::string& out) {
  out += "<header><h1>";
  append_html(analysis.article.title.empty() ? document.id : analysis.article.title, out);
  fmt::format_to(std::back_inserter(out), "</h1>\n<p class=\"verdict {}\">", label_name(analysis.verdict.label));
  append_html(verdict_sentence(analysis, explanation.threshold), out);
  out += "</p>\n<p class=\"muted\">";
  for (const std::string_view part :
       {std::string_view(document.id), std::string_view(document.url), std::string_view(analysis.article.date)}) {
    if (part.empty()) continue;
    append_html(part, out);
    out += "; ";
  }
  append_html(measures(analysis, explanation), out);
  out += "</p></header>\n";
}

void append_legend(std::span<const Finding> findings, std::string& out) {
  out += "<ul class=\"legend\">";
  for (const auto& [group, name] : kGroups) {
    const auto count = std::ranges::count_if(
        findings, [group = group](const Finding& finding) { return artifact_group(finding.type) == group; });
    if (count > 0) fmt::format_to(std::back_inserter(out), "<li class=\"{}\">{}, {}</li>", group, name, count);
  }
  out += "</ul>\n";
}

void append_finding(std::size_t number, const Finding& finding, std::string_view text, std::string& out) {
  fmt::format_to(std::back_inserter(out),
                 "<li id=\"finding-{0}\" class=\"{1}\"><a href=\"#mark-{0}\">{0}</a> <span class=\"kind\">{2}</span> "
                 "<span class=\"muted\">{3}, ",
                 number, artifact_group(finding.type), artifact_name(finding.type),
                 finding.severity == Severity::kMajor ? "major" : "minor");
  append_html(finding.detector, out);
  if (!finding.language.empty()) {
    out += ", from ";
    append_html(language_name(finding.language), out);
  }
  out += "</span><br>";
  if (!finding.span.empty()) {
    out += "<q>";
    append_html(finding.span.of(text), out);
    out += "</q>: ";
  }
  append_page_reason(finding, out);
  out += "</li>\n";
}

void append_article(const Analysis& analysis, std::string& out) {
  out += "<div class=\"columns\"><article aria-label=\"The article\">\n";
  append_page_article(analysis.article, analysis.text, analysis.findings, out);
  out += "</article>\n<section aria-label=\"Findings\">";
  if (analysis.findings.empty()) {
    out += "<p class=\"muted\">Nothing in particular gives a translation away.</p>";
  } else {
    append_legend(analysis.findings, out);
    out += "<ol class=\"findings\">\n";
    for (std::size_t i = 0; i < analysis.findings.size(); ++i) {
      append_finding(i + 1, analysis.findings[i], analysis.article.text, out);
    }
    out += "</ol>";
  }
  out += "</section></div>\n";
}

void append_effects(const Explanation& explanation, std::string& out) {
  if (explanation.effects.empty()) return;
  out +=
      "<section><h2>What moved the verdict</h2>\n<p class=\"muted\">What the log-odds of machine translation would "
      "lose if "
      "that part of the evidence were as in the average article: to the right it speaks for a machine, to the left for "
      "a "
      "person.</p>\n<table>";
  const double largest = std::abs(explanation.effects.front().log_odds);
  const std::size_t shown = std::min(explanation.effects.size(), kShownEffects);
  for (const Effect& effect : std::span(explanation.effects).first(shown)) {
    const double width = 50 * std::abs(effect.log_odds) / largest;
    out += "<tr><td>";
    append_html(effect_name(effect), out);
    fmt::format_to(std::back_inserter(out),
                   "</td><td class=\"number\">{:+.2f}</td><td><svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" "
                   "aria-hidden=\"true\"><path class=\"grid\" d=\"M50 0V10\"/><rect class=\"{}\" x=\"{:.2f}\" y=\"1\" "
                   "width=\"{:.2f}\" height=\"8\"/></svg></td></tr>\n",
                   effect.log_odds, effect.log_odds < 0 ? "against" : "for", effect.log_odds < 0 ? 50 - width : 50.0,
                   width);
  }
  out += "</table></section>\n";
}

void append_head(const HeadExplanation& head, std::string_view text, std::string& out) {
  double total = 0;
  for (const NgramShare& share : head.shares) total += share.share;
  out += "<div><h3>";
  append_html(head.name, out);
  fmt::format_to(std::back_inserter(out), " {:+.2f}</h3><table>", total);
  for (const NgramShare& share : std::span(head.shares).first(std::min(head.shares.size(), kShownShares))) {
    fmt::format_to(std::back_inserter(out), "<tr><td class=\"number\">{:+.3f}</td><td>", share.share);
    append_html(ngram_words(share, text), out);
    out += "</td></tr>";
  }
  out += "</table></div>\n";
}

void append_heads(const Explanation& explanation, std::string_view text, std::string& out) {
  if (explanation.heads.empty()) return;
  out +=
      "<section><h2>What moved the heads</h2>\n<p class=\"muted\">Each head's mean logit is the sum of its n-grams' "
      "shares; these are the largest. + speaks for what the head is named after.</p>\n<div class=\"heads\">";
  for (const HeadExplanation& head : explanation.heads) append_head(head, text, out);
  out += "</div></section>\n";
}

}  // namespace

std::string explain_page(const Document& document, const Analysis& analysis, const Explanation& explanation) {
  std::string out =
      html_begin(analysis.article.title.empty() ? document.id : analysis.article.title, assets::kExplainCss);
  append_heading(document, analysis, explanation, out);
  append_article(analysis, out);
  append_page_curve(analysis, explanation, out);
  append_effects(explanation, out);
  append_heads(explanation, analysis.article.text, out);
  fmt::format_to(
      std::back_inserter(out),
      "<footer>Calque {}. A verdict is a probability about a text, not about who wrote it or how.</footer>\n",
      version());
  out += html_end();
  return out;
}

std::string explain_html(const Document& document, const Analysis& analysis, const Analyzer& analyzer) {
  return explain_page(document, analysis, explanation_of(analysis, analyzer));
}

}  // namespace calque
