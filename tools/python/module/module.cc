// The Python interface. The docstrings are its manual; module/*.h describe the implementation.
#include <nanobind/nanobind.h>
#include <nanobind/stl/map.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include "analyzer.h"

namespace nb = nanobind;
using namespace nb::literals;

namespace calque::python {
namespace {

std::optional<std::string> or_none(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::string_view severity_name(Severity severity) { return severity == Severity::kMajor ? "major" : "minor"; }

nb::object rounded(std::optional<double> value, int decimals) {
  return value ? nb::float_(*value).attr("__round__")(decimals) : nb::none();
}

nb::dict artifacts(const Scored& scored) {
  nb::dict counts;
  for (std::size_t type = 0; type < scored.artifacts.size(); ++type) {
    if (scored.artifacts[type] == 0) continue;
    const std::string_view name = artifact_name(static_cast<ArtifactType>(type));
    counts[nb::str(name.data(), name.size())] = scored.artifacts[type];
  }
  return counts;
}

nb::dict finding_dict(const PlacedFinding& finding) {
  nb::dict dict;
  dict["type"] = artifact_name(finding.type);
  dict["detector"] = finding.detector;
  dict["start"] = finding.start;
  dict["end"] = finding.end;
  dict["text"] = finding.text;
  dict["suggestion"] = or_none(finding.suggestion);
  dict["severity"] = severity_name(finding.severity);
  dict["language"] = or_none(finding.language);
  dict["why"] = finding.why;
  return dict;
}

nb::dict posterior_dict(const Posterior& posterior) {
  nb::dict dict;
  dict["original"] = rounded(posterior.original, 4);
  dict["translation"] = rounded(posterior.translation, 4);
  dict["machine"] = rounded(posterior.machine, 4);
  return dict;
}

nb::list findings_list(const std::vector<PlacedFinding>& findings) {
  nb::list list;
  for (const PlacedFinding& finding : findings) list.append(finding_dict(finding));
  return list;
}

// With the order and the decimals of core/report/json.cc.
nb::dict record(const Scored& scored) {
  const Verdict& verdict = scored.verdict;
  nb::dict dict;
  dict["label"] = label_name(verdict.label);
  dict["basis"] = basis_name(verdict.basis);
  dict["probability"] = rounded(verdict.probability, 4);
  if (verdict.posterior) dict["posterior"] = posterior_dict(*verdict.posterior);
  dict["quality"] = rounded(verdict.quality, 1);
  if (const auto& interval = verdict.quality_interval) {
    nb::list ends;
    ends.append(rounded(interval->low, 1));
    ends.append(rounded(interval->high, 1));
    dict["quality_interval"] = ends;
  }
  dict["source_language"] = or_none(verdict.source_language);
  if (!verdict.source_language.empty()) dict["source_language_share"] = rounded(verdict.source_language_share, 2);
  dict["words"] = scored.words;
  dict["sentences"] = scored.sentences;
  dict["artifacts"] = artifacts(scored);
  if (scored.findings) dict["findings"] = findings_list(*scored.findings);
  dict["version"] = version();
  dict["model"] = *scored.model;
  return dict;
}

std::string verdict_repr(const Scored& scored) {
  return nb::cast<std::string>(nb::str("Verdict(label={!r}, basis={!r}, probability={}, quality={})")
                                   .attr("format")(label_name(scored.verdict.label), basis_name(scored.verdict.basis),
                                                   rounded(scored.verdict.probability, 4),
                                                   rounded(scored.verdict.quality, 1)));
}

std::string finding_repr(const PlacedFinding& finding) {
  return nb::cast<std::string>(nb::str("Finding({!r}, start={}, end={}, text={!r}, suggestion={!r})")
                                   .attr("format")(artifact_name(finding.type), finding.start, finding.end,
                                                   finding.text, or_none(finding.suggestion)));
}

void bind_finding(nb::module_& module) {
  nb::class_<PlacedFinding>(module, "Finding", "One place that gives a translation away.")
      .def_prop_ro(
          "type", [](const PlacedFinding& f) { return artifact_name(f.type); }, "'wrong_sense', 'determiner', ...")
      .def_ro("detector", &PlacedFinding::detector, "The detector that found it: a permanent id.")
      .def_ro("start", &PlacedFinding::start, "Its begin in the scored text.")
      .def_ro("end", &PlacedFinding::end, "Its end: text[start:end].")
      .def_ro("text", &PlacedFinding::text, "The text of the place.")
      .def_prop_ro(
          "suggestion", [](const PlacedFinding& f) { return or_none(f.suggestion); }, "A suggestion to replace it.")
      .def_prop_ro(
          "severity", [](const PlacedFinding& f) { return severity_name(f.severity); }, "'minor' or 'major'.")
      .def_prop_ro(
          "language", [](const PlacedFinding& f) { return or_none(f.language); },
          "ISO 639-1 code of the language it was translated from, where it says so.")
      .def_ro("why", &PlacedFinding::why, "The reason, in one sentence.")
      .def("to_dict", &finding_dict, nb::sig("def to_dict(self) -> dict[str, object]"),
           "As in the records of `calque score --findings`.")
      .def("__repr__", &finding_repr);
}

void bind_posterior(nb::module_& module) {
  nb::class_<Posterior>(module, "Posterior", "Who wrote an article: three probabilities that add up to 1.")
      .def_ro("original", &Posterior::original, "A person, in English.")
      .def_ro("translation", &Posterior::translation, "A person, from another language.")
      .def_ro("machine", &Posterior::machine, "A machine, from another language.");
}

nb::object interval_tuple(const Scored& scored) {
  const auto& interval = scored.verdict.quality_interval;
  return interval ? nb::object(nb::make_tuple(interval->low, interval->high)) : nb::none();
}

void bind_verdict(nb::module_& module) {
  nb::class_<Scored>(module, "Verdict", "Calque's verdict on one article.")
      .def_prop_ro(
          "label", [](const Scored& s) { return label_name(s.verdict.label); }, "'machine', 'human' or 'undecided'.")
      .def_prop_ro(
          "basis", [](const Scored& s) { return basis_name(s.verdict.basis); },
          "'scored', or why there is no verdict: 'too_short', 'other_language', 'not_text', 'no_article', 'too_large'.")
      .def_prop_ro(
          "probability", [](const Scored& s) { return s.verdict.probability; },
          "The probability that a machine translated it, calibrated, 0 to 1; None unless scored.")
      .def_prop_ro(
          "posterior", [](const Scored& s) { return s.verdict.posterior; },
          "Who wrote it; None unless scored, and None with your own classifier.")
      .def_prop_ro(
          "quality", [](const Scored& s) { return s.verdict.quality; },
          "0 to 100, on a scale learned from people's ratings; None unless scored.")
      .def_prop_ro("quality_interval", &interval_tuple,
                   nb::sig("def quality_interval(self) -> tuple[float, float] | None"),
                   "Contains the ratings of nine in ten articles with this quality.")
      .def_prop_ro(
          "source_language", [](const Scored& s) { return or_none(s.verdict.source_language); },
          "ISO 639-1 code, where the findings agree on one.")
      .def_prop_ro(
          "source_language_share",
          [](const Scored& s) {
            return s.verdict.source_language.empty() ? std::nullopt : std::optional(s.verdict.source_language_share);
          },
          "The share of this language among the findings that name one.")
      .def_ro("words", &Scored::words, "The number of words, without boilerplate.")
      .def_ro("sentences", &Scored::sentences, "The number of sentences, without boilerplate.")
      .def_prop_ro("artifacts", &artifacts, nb::sig("def artifacts(self) -> dict[str, int]"),
                   "The number of findings of each type.")
      .def_ro("findings", &Scored::findings, "The findings, if requested; else None.")
      .def_prop_ro(
          "model", [](const Scored& s) { return *s.model; }, "The model's name and checksum.")
      .def("to_dict", &record, nb::sig("def to_dict(self) -> dict[str, object]"),
           "The record of `calque score`, without id and url.")
      .def("__repr__", &verdict_repr);
}

void bind_explanation(nb::module_& module) {
  nb::class_<Ngram>(module, "Ngram",
                    "The exact share of a word or a pair of words in a classifier's score of an article.")
      .def_ro("text", &Ngram::text, "Empty for the end of a sentence, which is a word to fastText.")
      .def_ro("count", &Ngram::count, "How often it occurs in the article.")
      .def_ro("share", &Ngram::share,
              "Its share of the mean logit; positive shares support what the head is named after.");
  nb::class_<Explanation>(module, "Explanation", "One article explained: str() for a terminal, HTML in a notebook.")
      .def_ro("verdict", &Explanation::verdict, "With its findings.")
      .def_ro("heads", &Explanation::heads, "For each classifier head its n-grams, largest share first.")
      .def("__str__", [](const Explanation& e) { return e.terminal; })
      .def("_repr_html_", [](const Explanation& e) { return e.html; });
}

using Optional = std::optional<std::string>;

using Rate = std::optional<double>;

LoadArguments arguments(Optional pack, double max_fpr, Rate max_translation_fpr, double prior,
                        const Optional& classifier, const Optional& classifier_label) {
  return {std::move(pack),
          {max_fpr, max_translation_fpr, prior, classifier.value_or(""), classifier_label.value_or("")}};
}

using State = std::tuple<Optional, double, Rate, double, Optional, Optional>;

State state(const PythonAnalyzer& analyzer) {
  const LoadArguments& from = analyzer.arguments();
  return {from.pack,
          from.options.max_fpr,
          from.options.max_translation_fpr,
          from.options.prior,
          or_none(from.options.classifier),
          or_none(from.options.classifier_label)};
}

void set_state(PythonAnalyzer& self, const State& from) {
  std::apply([&](const auto&... parts) { new (&self) PythonAnalyzer(arguments(parts...)); }, from);
}

void bind_stream(nb::module_& module) {
  nb::class_<VerdictStream>(module, "VerdictStream",
                            "Verdicts as Arrow record batches, computed as they are read, once: pyarrow.table(stream), "
                            "polars.DataFrame(stream), duckdb.sql('FROM stream').")
      .def(
          "__arrow_c_stream__", [](VerdictStream& self, nb::handle) { return self.arrow_c_stream(); },
          "requested_schema"_a = nb::none(),
          nb::sig("def __arrow_c_stream__(self, requested_schema: object | None = None) -> object"));
}

void bind_analyzer(nb::module_& module) {
  nb::class_<PythonAnalyzer>(module, "Analyzer",
                             "Immutable; any number of threads share one. Pickled as what it was loaded from: another "
                             "process loads it again, from its own disk.")
      .def(
          "__init__",
          [](PythonAnalyzer* self, Optional pack, double max_fpr, Rate max_translation_fpr, double prior,
             const Optional& classifier, const Optional& label) {
            new (self)
                PythonAnalyzer(arguments(std::move(pack), max_fpr, max_translation_fpr, prior, classifier, label));
          },
          "pack"_a = nb::none(), nb::kw_only(), "max_fpr"_a = AnalyzerOptions{}.max_fpr,
          "max_translation_fpr"_a = nb::none(), "prior"_a = AnalyzerOptions{}.prior, "classifier"_a = nb::none(),
          "classifier_label"_a = nb::none())
      .def("score", &PythonAnalyzer::score, "text"_a, nb::kw_only(), "findings"_a = false,
           "The verdict on one article.")
      .def("score_many", &PythonAnalyzer::score_many, "texts"_a, nb::kw_only(), "threads"_a = nb::none(),
           "findings"_a = false,
           nb::sig("def score_many(self, texts: collections.abc.Iterable[str], *, threads: int | None = None, "
                   "findings: bool = False) -> list[Verdict]"),
           "The verdicts on many articles, in the order of texts. threads: how many; by default one for each core.")
      .def(
          "score_arrow", &PythonAnalyzer::score_arrow, "data"_a, nb::kw_only(), "text"_a = "text",
          "threads"_a = nb::none(),
          nb::sig("def score_arrow(self, data: object, *, text: str = 'text', threads: int | None = None) -> "
                  "VerdictStream"),
          "The verdicts on a column of an Arrow table, batch or stream, or on an Arrow array: a row for each row, null "
          "where the text is. Nothing is copied, and one batch at a time is in memory.")
      .def("explain", &PythonAnalyzer::explain, "text"_a, nb::kw_only(), "id"_a = "article",
           "One article with its findings, their reasons, and what moved "
           "the classifier.")
      .def_prop_ro("model", &PythonAnalyzer::model, "The model's name and checksum.")
      .def_prop_ro("threshold", &PythonAnalyzer::threshold, "The least probability that is called 'machine'.")
      .def("__getstate__", &state)
      .def("__setstate__", &set_state);
}

NB_MODULE(_calque, module) {
  module.def("version", &version);
  nb::exception<ModelError>(module, "ModelError", PyExc_RuntimeError).doc() =
      "A pack or classifier is missing, damaged, or of another version.";
  bind_finding(module);
  bind_posterior(module);
  bind_verdict(module);
  bind_explanation(module);
  bind_stream(module);
  bind_analyzer(module);
}

}  // namespace
}  // namespace calque::python
