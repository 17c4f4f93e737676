#include "report/json.h"

#include <array>

#include "base/json_text.h"
#include "report/input_places.h"

namespace calque {
namespace {

void append_if_any(std::string_view name, std::string_view value, std::string& out) {
  if (value.empty()) return;
  out.append(",\"").append(name).append("\":");
  append_json_string(value, out);
}

void append_document(const Document& document, const Article& article, std::string& out) {
  out += "\"id\":";
  if (document.id_is_integer) {
    out += document.id;
  } else {
    append_json_string(document.id, out);
  }
  append_if_any("url", document.url.empty() ? article.url : document.url, out);
  append_if_any("host", document.host.empty() ? article.host : document.host, out);
  append_if_any("date", article.date, out);
  append_if_any("title", article.title, out);
}

void append_posterior(const std::optional<Posterior>& posterior, std::string& out) {
  if (!posterior) return;
  out += ",\"posterior\":{\"original\":";
  append_json_decimal(posterior->original, 4, out);
  out += ",\"translation\":";
  append_json_decimal(posterior->translation, 4, out);
  out += ",\"machine\":";
  append_json_decimal(posterior->machine, 4, out);
  out += '}';
}

void append_interval(const std::optional<Interval>& interval, std::string& out) {
  if (!interval) return;
  out += ",\"quality_interval\":[";
  append_json_decimal(interval->low, 1, out);
  out += ',';
  append_json_decimal(interval->high, 1, out);
  out += ']';
}

void append_verdict(const Verdict& verdict, std::string& out) {
  out += ",\"label\":";
  append_json_string(label_name(verdict.label), out);
  out += ",\"basis\":";
  append_json_string(basis_name(verdict.basis), out);
  out += ",\"probability\":";
  append_json_decimal(verdict.probability, 4, out);
  append_posterior(verdict.posterior, out);
  out += ",\"quality\":";
  append_json_decimal(verdict.quality, 1, out);
  append_interval(verdict.quality_interval, out);
  out += ",\"source_language\":";
  append_json_string_or_null(verdict.source_language, out);
  if (verdict.source_language.empty()) return;
  out += ",\"source_language_share\":";
  append_json_decimal(verdict.source_language_share, 2, out);
}

void append_counts(const Analysis& analysis, std::string& out) {
  out += ",\"words\":";
  append_json_integer(analysis.text.words, out);
  out += ",\"sentences\":";
  append_json_integer(analysis.text.sentences.size(), out);
  std::array<std::size_t, kArtifactTypes> counts{};
  for (const Finding& finding : analysis.findings) ++counts[static_cast<std::size_t>(finding.type)];
  out += ",\"artifacts\":{";
  std::string_view comma;
  for (std::size_t type = 0; type < counts.size(); ++type) {
    if (counts[type] == 0) continue;
    out += comma;
    append_json_string(artifact_name(static_cast<ArtifactType>(type)), out);
    out += ':';
    append_json_integer(counts[type], out);
    comma = ",";
  }
  out += '}';
}

void append_finding(const Finding& finding, const InputPlace& place, std::string_view input, std::string& out) {
  out += "{\"type\":";
  append_json_string(artifact_name(finding.type), out);
  out += ",\"detector\":";
  append_json_string(finding.detector, out);
  out += ",\"start\":";
  append_json_integer(place.begin, out);
  out += ",\"end\":";
  append_json_integer(place.end, out);
  out += ",\"text\":";
  append_json_string(place.bytes.of(input), out);
  out += ",\"suggestion\":";
  append_json_string_or_null(finding.suggestion, out);
  out += finding.severity == Severity::kMajor ? ",\"severity\":\"major\"" : ",\"severity\":\"minor\"";
  out += ",\"language\":";
  append_json_string_or_null(finding.language, out);
  out += ",\"why\":";
  append_json_string(finding.why, out);
  out += '}';
}

void append_findings(const Analysis& analysis, OffsetUnit unit, std::string& out) {
  const std::vector<InputPlace> places = input_places(analysis.article, analysis.findings, unit);
  out += ",\"findings\":[";
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i > 0) out += ',';
    append_finding(analysis.findings[i], places[i], analysis.article.input_text(), out);
  }
  out += ']';
}

}  // namespace

void append_record(const Document& document, const Analysis& analysis, std::string_view model,
                   const JsonOptions& options, std::string& out) {
  out += '{';
  append_document(document, analysis.article, out);
  append_verdict(analysis.verdict, out);
  append_counts(analysis, out);
  if (options.findings) append_findings(analysis, options.offsets, out);
  out += ",\"version\":";
  append_json_string(version(), out);
  out += ",\"model\":";
  append_json_string(model, out);
  out += "}\n";
}

void append_json(const Document& document, const Analysis& analysis, const Analyzer& analyzer,
                 const JsonOptions& options, std::string& out) {
  append_record(document, analysis, analyzer.model(), options, out);
}

}  // namespace calque
