#include "html.h"

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <vector>

#include "python/assets/notebook.css.h"
#include "report/html.h"

namespace calque::python {
namespace {

void append_escaped(std::string_view text, std::string& out) {
  for (const char byte : text) {
    const std::string_view entity = entity_of(byte);
    out += entity;
    if (entity.empty()) out += byte;
  }
}

std::string decimals(const char* format, double value) {
  char digits[32];
  return {digits, static_cast<std::size_t>(std::snprintf(digits, sizeof digits, format, value))};
}

// The begin or the end of a finding.
struct Boundary {
  std::uint32_t byte;
  bool is_end;
  std::size_t finding;
};

std::vector<Boundary> boundaries_of(const std::vector<Finding>& findings) {
  std::vector<Boundary> boundaries;
  boundaries.reserve(2 * findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    boundaries.push_back({findings[i].span.begin, false, i});
    boundaries.push_back({findings[i].span.end, true, i});
  }
  std::stable_sort(boundaries.begin(), boundaries.end(), [](const Boundary& left, const Boundary& right) {
    return left.byte != right.byte ? left.byte < right.byte : left.is_end > right.is_end;
  });
  return boundaries;
}

// Elements cannot overlap as findings can, so a stretch belongs to the finding that began last.
void append_marked(std::string_view text, const Finding& finding, std::string& out) {
  if (text.empty()) return;
  out += finding.severity == Severity::kMajor ? "<mark class=\"major\" title=\"" : "<mark class=\"minor\" title=\"";
  append_escaped(finding.why, out);
  out += "\">";
  append_escaped(text, out);
  out += "</mark>";
}

void append_article(const Analysis& analysis, std::string& out) {
  const std::string_view text = analysis.article.text;
  std::size_t at = 0;
  std::size_t open = 0;
  std::size_t latest = 0;
  for (const Boundary& boundary : boundaries_of(analysis.findings)) {
    const std::string_view stretch = text.substr(at, boundary.byte - at);
    if (open > 0) {
      append_marked(stretch, analysis.findings[latest], out);
    } else {
      append_escaped(stretch, out);
    }
    at = boundary.byte;
    if (boundary.is_end) {
      --open;
      out += "<sup>" + std::to_string(boundary.finding + 1) + "</sup>";
    } else {
      ++open;
      latest = boundary.finding;
    }
  }
  append_escaped(text.substr(at), out);
}

void append_verdict(const Verdict& verdict, double threshold, std::string& out) {
  out += "<p><b>";
  out += verdict.basis == Basis::kScored ? label_name(verdict.label) : basis_name(verdict.basis);
  out += "</b>";
  if (verdict.probability) {
    out += ", probability of machine translation " + decimals("%.2f", *verdict.probability) + " (machine from " +
           decimals("%.2f", threshold) + ")";
  }
  if (verdict.quality) out += ", quality " + decimals("%.0f", *verdict.quality) + " of 100";
  out += "</p>";
}

void append_reasons(const Analysis& analysis, std::string& out) {
  if (analysis.findings.empty()) return;
  out += "<ol>";
  for (const Finding& finding : analysis.findings) {
    out += "<li>";
    if (finding.span.empty()) {
      out += "the whole page";
    } else {
      out += "<i>";
      append_escaped(finding.span.of(analysis.article.text), out);
      out += "</i>";
    }
    if (!finding.suggestion.empty()) {
      out += ", read <i>";
      append_escaped(finding.suggestion, out);
      out += "</i>";
    }
    out += ": ";
    append_escaped(finding.why, out);
    out += "</li>";
  }
  out += "</ol>";
}

}  // namespace

std::string explain_html(const Analysis& analysis, double threshold) {
  std::string out;
  out.append("<div class=\"calque\"><style>").append(colors_css()).append(assets::kNotebookCss).append("</style>");
  append_verdict(analysis.verdict, threshold, out);
  out += "<div class=\"calque-text\">";
  append_article(analysis, out);
  out += "</div>";
  append_reasons(analysis, out);
  out += "</div>";
  return out;
}

}  // namespace calque::python
