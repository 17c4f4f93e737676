// Runs records through the English model and all reports. The first byte says whether the input is text, a page or a
// fragment, the second which part of it is the title.
#include <simdjson.h>

#include <algorithm>

#include "base/utf8.h"
#include "calque/analyzer.h"
#include "calque/report.h"
#include "fuzz/article_target.h"
#include "fuzz/target.h"

namespace calque::fuzz {
namespace {

const Analyzer& analyzer() {
  static const Expected<Analyzer> kAnalyzer = Analyzer::load(CALQUE_BINARY_DIR "/share/calque/en.calque");
  demand(kAnalyzer.has_value(), "the English model loads");
  return *kAnalyzer;
}

Document document_of(std::string_view input) {
  constexpr std::size_t kMarkups = 3;
  Document document;
  document.markup = static_cast<Markup>(static_cast<unsigned char>(input[0]) % kMarkups);
  const std::size_t title = std::min<std::size_t>(static_cast<unsigned char>(input[1]), input.size() - 2);
  append_repaired_utf8(input.substr(2, title), document.title);
  document.id = document.url = document.title;
  document.bytes = input.substr(2 + title);
  return document;
}

void check_findings(const Analysis& analysis) {
  const std::string& text = analysis.article.text;
  std::uint32_t behind = 0;
  for (const Finding& finding : analysis.findings) {
    demand(finding.span.begin >= behind, "findings are in order");
    behind = finding.span.begin;
    demand(finding.span.begin <= finding.span.end && finding.span.end <= text.size(), "findings lie in the text");
    demand(is_boundary(text, behind) && is_boundary(text, finding.span.end), "findings are whole characters");
    demand(!finding.why.empty() && is_valid_utf8(finding.why), "a finding says why");
  }
}

void check_verdict(const Verdict& verdict) {
  const bool is_scored = verdict.basis == Basis::kScored;
  demand(verdict.probability.has_value() == is_scored, "what is scored has a probability, and nothing else");
  demand(is_scored || verdict.label == Label::kUndecided, "what is not scored is undecided");
  if (!is_scored) return;
  demand(*verdict.probability >= 0 && *verdict.probability <= 1, "a probability is one");
  demand(*verdict.quality >= 0 && *verdict.quality <= 100, "quality is 0 to 100");
  demand(verdict.label != Label::kMachine || *verdict.probability >= analyzer().threshold(), "the threshold holds");
}

void check_json(const Document& document, const Analysis& analysis) {
  static simdjson::dom::parser parser;
  for (const OffsetUnit unit : {OffsetUnit::kBytes, OffsetUnit::kCodePoints, OffsetUnit::kUtf16}) {
    std::string json;
    append_json(document, analysis, analyzer(), {true, unit}, json);
    demand(json.find('\n') == json.size() - 1, "a record is a line");
    demand(parser.parse(simdjson::padded_string(json)).error() == simdjson::SUCCESS, "a record is JSON");
  }
}

void check_reports(const Document& document, const Analysis& analysis) {
  constexpr unsigned char kSpace = 0x20;
  std::string shown = explain_text(document, analysis, analyzer(), {});
  append_table_row(document, analysis, {}, shown);
  for (const unsigned char c : shown) demand(c >= kSpace || c == '\n', "no control reaches the terminal");
  demand(is_valid_utf8(shown), "what is shown is UTF-8");
  const std::string page = explain_html(document, analysis, analyzer());
  for (const std::string_view tag : {"<script", "<img", "<iframe", "<object"}) {
    demand(page.find(tag) == std::string::npos, "no element of the input gets into the page");
  }
}

}  // namespace

void run(std::string_view input) {
  if (input.size() < 2) return;
  const Document document = document_of(input);
  const Analysis analysis = analyzer().analyze(document);
  check_article(analysis.article);
  check_findings(analysis);
  check_verdict(analysis.verdict);
  check_json(document, analysis);
  check_reports(document, analysis);
  analyzer().explain_verdict(analysis);
}

}  // namespace calque::fuzz
