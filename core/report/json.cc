#include "report/json.h"

#include <array>

#include "report/input_places.h"

namespace calque {
namespace {

constexpr int kQualityDecimals = 1;

void write_if_any(std::string_view name, std::string_view value, JsonWriter& out) {
  if (!value.empty()) out.key(name).string(value);
}

void write_document(const Document& document, const Article& article, JsonWriter& out) {
  write_id(document, out);
  write_if_any("url", document.url.empty() ? article.url : document.url, out);
  write_if_any("host", document.host.empty() ? article.host : document.host, out);
  write_if_any("date", article.date, out);
  write_if_any("title", article.title, out);
  write_if_any("page_language", article.language, out);
}

void write_posterior(const Posterior& posterior, JsonWriter& out) {
  out.key("posterior").object([&] {
    out.key("original").number(posterior.original);
    out.key("translation").number(posterior.translation);
    out.key("machine").number(posterior.machine);
  });
}

void write_interval(const Interval& interval, JsonWriter& out) {
  out.key("quality_interval").array([&] {
    out.number(interval.low, kQualityDecimals);
    out.number(interval.high, kQualityDecimals);
  });
}

void write_verdict(const Verdict& verdict, JsonWriter& out) {
  out.key("label").string(label_name(verdict.label));
  out.key("basis").string(basis_name(verdict.basis));
  out.key("probability").number(verdict.probability);
  if (verdict.posterior) write_posterior(*verdict.posterior, out);
  out.key("quality").number(verdict.quality, kQualityDecimals);
  if (verdict.quality_interval) write_interval(*verdict.quality_interval, out);
  out.key("source_language").string_or_null(verdict.source_language);
  if (!verdict.source_language.empty()) out.key("source_language_share").number(verdict.source_language_share, 2);
}

void write_counts(const Analysis& analysis, JsonWriter& out) {
  out.key("words").integer(analysis.text.words);
  out.key("sentences").integer(analysis.text.sentences.size());
  std::array<std::size_t, kArtifactTypes> counts{};
  for (const Finding& finding : analysis.findings) ++counts[static_cast<std::size_t>(finding.type)];
  out.key("artifacts").object([&] {
    for (std::size_t type = 0; type < counts.size(); ++type) {
      if (counts[type] > 0) out.key(artifact_name(static_cast<ArtifactType>(type))).integer(counts[type]);
    }
  });
}

void write_finding(const Finding& finding, const InputPlace& place, std::string_view input, JsonWriter& out) {
  out.object([&] {
    out.key("type").string(artifact_name(finding.type));
    out.key("detector").string(finding.detector);
    out.key("start").integer(place.begin);
    out.key("end").integer(place.end);
    out.key("text").string(place.bytes.of(input));
    out.key("suggestion").string_or_null(finding.suggestion);
    out.key("severity").string(finding.severity == Severity::kMajor ? "major" : "minor");
    out.key("language").string_or_null(finding.language);
    out.key("why").string(finding.why);
  });
}

void write_findings(const Analysis& analysis, OffsetUnit unit, JsonWriter& out) {
  const std::vector<InputPlace> places = input_places(analysis.article, analysis.findings, unit);
  out.key("findings").array([&] {
    for (std::size_t i = 0; i < places.size(); ++i) {
      write_finding(analysis.findings[i], places[i], analysis.article.input_text(), out);
    }
  });
}

}  // namespace

void write_id(const Document& document, JsonWriter& out) {
  out.key("id");
  if (document.id_is_integer) {
    out.raw(document.id);
  } else {
    out.string(document.id);
  }
}

void append_record(const Document& document, const Analysis& analysis, std::string_view model,
                   const JsonOptions& options, std::string& out) {
  JsonWriter json(out);
  json.object([&] {
    write_document(document, analysis.article, json);
    write_verdict(analysis.verdict, json);
    write_counts(analysis, json);
    if (options.findings) write_findings(analysis, options.offsets, json);
    json.key("version").string(version());
    json.key("model").string(model);
  });
  out += '\n';
}

void append_json(const Document& document, const Analysis& analysis, const Analyzer& analyzer,
                 const JsonOptions& options, std::string& out) {
  append_record(document, analysis, analyzer.model(), options, out);
}

}  // namespace calque
