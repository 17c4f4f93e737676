#include "report/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "language/language_name.h"
#include "report/html.h"

namespace calque {
namespace {

constexpr std::string_view kStyle = R"(
:root{--words:#b84300;--grammar:#0b62c4;--names:#0a7d57;--page:#7b3fc9}
@media screen and (prefers-color-scheme:dark){:root{--words:#f5913e;--grammar:#62aeff;--names:#45c795;--page:#bc9cff}}
.verdict{font-size:1.1rem;font-weight:600;border-left:.35rem solid var(--muted);padding:.5rem .8rem;background:var(--soft)}
.verdict.machine{border-color:var(--machine)}.verdict.human{border-color:var(--human)}
.columns{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2.5rem;align-items:start}
article{font-size:1.0625rem;line-height:1.7}
article p{margin:0 0 1rem}
.left{color:var(--muted);font-size:.9rem}.left::before{content:"left by the page: ";font-style:italic}
.words{--c:var(--words)}.grammar{--c:var(--grammar)}.names{--c:var(--names)}.page{--c:var(--page)}
.f{color:inherit;text-decoration:underline solid var(--c) 2px;text-underline-offset:3px}
.f.minor{text-decoration-style:dotted}
.f.major{background:color-mix(in srgb,var(--c) 16%,transparent);border-radius:2px}
.f:hover,.f:focus{background:color-mix(in srgb,var(--c) 30%,transparent)}
sup{font-size:.68em;color:var(--c);font-weight:600;margin-left:.1em;line-height:0;text-decoration:none}
.tip{display:none}
.f:hover>.tip,.f:focus>.tip{display:block;position:fixed;left:50%;bottom:1rem;transform:translateX(-50%);z-index:1;
width:min(46rem,calc(100vw - 1.5rem));padding:.7rem 1rem;background:var(--ground);color:var(--ink);border:1px solid var(--rule);
border-left:.35rem solid var(--c);border-radius:.4rem;box-shadow:0 4px 24px rgb(0 0 0/.25);font-size:.95rem;line-height:1.45}
.tip>span{display:block}.tip>span+span{margin-top:.35rem}
:target{scroll-margin-top:3rem}
li:target{background:var(--soft);outline:2px solid var(--c);outline-offset:4px}
span:target{border-left:.25rem solid var(--human);padding-left:.2rem}
.findings{list-style:none;margin:0;padding:0;font-size:.925rem}
.findings li{border-left:.25rem solid var(--c);padding:.1rem 0 .1rem .7rem;margin:0 0 .9rem}
.findings a{color:inherit;font-weight:600}
.kind{color:var(--c);font-weight:600}
q{quotes:"\201c" "\201d"}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1rem;margin:.4rem 0 1rem;padding:0;list-style:none;font-size:.875rem}
.legend li::before{content:"";display:inline-block;width:.7em;height:.7em;margin-right:.4em;background:var(--c);border-radius:2px}
.curves{display:grid;grid-template-columns:6.5rem 1fr;gap:.5rem .8rem;align-items:center}
.curves svg{height:4rem}.label{font-size:.875rem;color:var(--muted)}
.grid{fill:none;stroke:var(--rule)}
rect.for{fill:var(--machine)}rect.against{fill:var(--human)}
a:hover rect,a:focus rect{stroke:var(--ink);stroke-width:2}
table{border-collapse:collapse;font-size:.925rem;width:100%;max-width:44rem}
td{padding:.25rem .6rem .25rem 0;vertical-align:middle}
td.number{text-align:right;font-variant-numeric:tabular-nums;width:5rem;white-space:nowrap}
td svg{height:1rem;min-width:6rem}
.heads{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:0 2rem}
.heads h3{font-size:1rem;margin:.9rem 0 .2rem}
@media (max-width:48rem){.columns{grid-template-columns:minmax(0,1fr);gap:0}.curves{grid-template-columns:1fr;gap:.1rem}
.curves svg{margin-bottom:.6rem}}
@media print{.columns{display:block}.findings li,.heads>div{break-inside:avoid}.f.major{background:none}}
)";

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
  std::string out = html_begin(analysis.article.title.empty() ? document.id : analysis.article.title, kStyle);
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
