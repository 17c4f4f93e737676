#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "calque/report.h"
#include "report/probability.h"
#include "report/screen.h"
#include "report/terminal.h"

namespace calque {
namespace {

constexpr unsigned kIdColumns = 22;
constexpr unsigned kVerdictColumns = 14;  // "other_language"
constexpr unsigned kProbabilityColumns = 5;
constexpr unsigned kQualityColumns = 7;
constexpr unsigned kGap = 2;

// What is left for the finding.
unsigned finding_columns(const TerminalOptions& options) {
  const unsigned width = std::max(options.width, 2 * kLeastWidth);
  return width - (kIdColumns + kVerdictColumns + kProbabilityColumns + kQualityColumns + 4 * kGap);
}

std::string_view verdict_words(const Verdict& verdict) {
  return verdict.basis == Basis::kScored ? label_name(verdict.label) : basis_name(verdict.basis);
}

std::string_view verdict_color(const Verdict& verdict, const Palette& palette) {
  if (verdict.label == Label::kMachine) return palette.bad;
  if (verdict.label == Label::kHuman) return palette.good;
  return palette.dim;
}

// The first major finding, else the first; empty without findings.
std::string worst_finding(const Analysis& analysis) {
  const auto& findings = analysis.findings;
  if (findings.empty()) return {};
  auto worst = std::find_if(findings.begin(), findings.end(),
                            [](const Finding& finding) { return finding.severity == Severity::kMajor; });
  if (worst == findings.end()) worst = findings.begin();
  const std::string_view text = worst->span.of(analysis.article.text);
  if (worst->suggestion.empty()) return fmt::format("\"{}\"", text);
  return fmt::format("\"{}\": {}", text, worst->suggestion);
}

std::string optional_number(std::optional<double> value, unsigned columns) {
  return value ? fmt::format("{:>{}.0f}", *value, columns) : fmt::format("{:>{}}", "-", columns);
}

}  // namespace

std::string table_heading(const TerminalOptions& options) {
  const Palette palette(options.color);
  return fmt::format("{}{:<{}}  {:<{}}  {:>{}}  {:>{}}  worst finding{}\n", palette.bold, "id", kIdColumns, "verdict",
                     kVerdictColumns, "prob", kProbabilityColumns, "quality", kQualityColumns, palette.reset);
}

void append_table_row(const Document& document, const Analysis& analysis, const TerminalOptions& options,
                      std::string& out) {
  const Palette palette(options.color);
  const Verdict& verdict = analysis.verdict;
  fmt::format_to(
      std::back_inserter(out), "{}  {}{:<{}}{}  {}  {}  {}", screen_cell(document.id, kIdColumns),
      verdict_color(verdict, palette), verdict_words(verdict), kVerdictColumns, palette.reset,
      fmt::format("{:>{}}", verdict.probability ? shown_probability(*verdict.probability) : "-", kProbabilityColumns),
      optional_number(verdict.quality, kQualityColumns),
      screen_cell(worst_finding(analysis), finding_columns(options)));
  out.erase(out.find_last_not_of(' ') + 1);
  out += '\n';
}

}  // namespace calque
