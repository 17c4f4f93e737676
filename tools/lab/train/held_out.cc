#include "lab/train/held_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/json_text.h"
#include "calque/analyzer.h"
#include "evaluate/compare.h"
#include "evaluate/evaluate.h"
#include "lab/train/json_string.h"

namespace calque::train {
namespace {

using evaluate::Case;
using evaluate::Comparison;
using evaluate::Contrast;
using evaluate::Estimate;
using evaluate::Interval;
using evaluate::Row;
using evaluate::Sample;
using evaluate::Share;

constexpr std::size_t kResamples = 200;
const double kDefaultRate = AnalyzerOptions{}.max_fpr;  // of false positives
constexpr std::string_view kRoundTrip = "round trip";

std::vector<Row> rows_of(const FeatureTable& table, const ArticleTraining& training, double threshold) {
  std::map<std::string, std::uint32_t> files;
  std::vector<Row> rows;
  for (std::size_t i = 0; i < table.sources.size(); ++i) {
    const TrainingArticle& source = *table.sources[i];
    Row row;
    row.kind = source.kind;
    row.file = files.try_emplace(source.file, static_cast<std::uint32_t>(files.size())).first->second;
    row.year = source.year;
    row.pair = source.pair;
    row.system = source_of(source);
    row.engine = source.is_round_trip ? kRoundTrip : source.engine;
    row.doc = source.doc;
    row.words = source.words;
    row.probability = training.held_out[static_cast<Eigen::Index>(i)];
    row.label = row.probability >= threshold ? Label::kMachine : Label::kUndecided;
    rows.push_back(std::move(row));
  }
  return rows;
}

double probability_of(const Row& row) { return row.probability; }
bool any_row(const Row&) { return true; }

std::string number(double value) {
  std::string out;
  append_json_decimal(value, 4, out);
  return out;
}

std::string json(const Interval& interval) {
  return fmt::format("[{}, {}]", number(interval.low), number(interval.high));
}

std::string json(const Estimate& estimate) {
  return fmt::format("{{\"value\": {}, \"interval\": {}}}", number(estimate.value), json(estimate.interval));
}

std::string json(const Share& share) {
  return fmt::format("{{\"count\": {}, \"of\": {}, \"share\": {}, \"interval\": {}}}", share.count, share.of,
                     number(share.value()), json(share.interval()));
}

std::string json(const Comparison& comparison) {
  return fmt::format(
      "{{\"positives\": {}, \"negatives\": {}, \"auc\": {},\n      \"recall_at_1_percent\": {}, "
      "\"recall_at_1_permille\": {}}}",
      comparison.positives, comparison.negatives, json(comparison.area), json(comparison.recall_1),
      json(comparison.recall_01));
}

Share called_machine(const std::vector<Case>& cases, const evaluate::Wanted& wanted) {
  Share share;
  for (const Case& one : cases) {
    if (!wanted(*one.row)) continue;
    ++share.of;
    share.count += one.row->label == Label::kMachine ? 1 : 0;
  }
  return share;
}

// Round trips are of originals, which nobody translated: they stand against all translations, engines against those of
// the same articles.
Sample against_translations(const std::vector<Case>& cases, const evaluate::Wanted& of_engine, bool is_round_trip) {
  if (!is_round_trip) return select(cases, Contrast::kMachineTranslation, of_engine, any_row);
  Sample sample = select(cases, Contrast::kMachineOriginal, of_engine, any_row);
  sample.negatives.clear();
  std::ranges::copy_if(cases, std::back_inserter(sample.negatives),
                       [](const Case& one) { return one.row->kind == ArticleKind::kTranslation; });
  return sample;
}

std::string engine_json(const std::vector<Case>& cases, const std::string& engine) {
  const auto of_engine = [&](const Row& row) { return row.kind == ArticleKind::kMachine && row.engine == engine; };
  std::string out =
      fmt::format("    {{\"engine\": {}, \"machine\": {}", json_string(engine), json(called_machine(cases, of_engine)));
  const Sample originals = select(cases, Contrast::kMachineOriginal, of_engine, any_row);
  const Sample translations = against_translations(cases, of_engine, engine == kRoundTrip);
  for (const auto& [name, sample] : {std::pair{"originals", &originals}, std::pair{"translations", &translations}}) {
    if (!sample->is_usable()) continue;
    out += fmt::format(",\n     \"{}\": {}", name, json(compare(*sample, probability_of, kResamples)));
  }
  return out + "}";
}

// Passages of the originals of one source and of how many articles they are parts.
std::string originals_json(const std::vector<Case>& cases, const std::string& source) {
  const auto of_source = [&](const Row& row) { return row.kind == ArticleKind::kOriginal && row.system == source; };
  std::set<std::uint32_t> articles;
  for (const Case& one : cases) {
    if (of_source(*one.row)) articles.insert(one.article);
  }
  return fmt::format("    {{\"source\": {}, \"articles\": {}, \"machine\": {}}}", json_string(source), articles.size(),
                     json(called_machine(cases, of_source)));
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "\n" : ",\n") + line;
  return "[" + out + "\n  ]";
}

}  // namespace

std::string held_out_json(const FeatureTable& table, const ArticleTraining& training, const std::string& version) {
  const double of_originals = threshold_for(training.false_positives, kDefaultRate);
  const double of_translations =
      threshold_for(training.translation_false_positives, kTranslationsPerOriginal * kDefaultRate);
  const double threshold = std::max(of_originals, of_translations);
  const std::vector<Row> rows = rows_of(table, training, threshold);
  const std::vector<Case> cases = evaluate::cases_of(rows);
  std::set<std::string> engines, sources;
  for (const Row& row : rows) {
    if (row.kind == ArticleKind::kMachine) engines.insert(row.engine);
    if (row.kind == ArticleKind::kOriginal) sources.insert(row.system);
  }
  std::vector<std::string> engine_lines, source_lines;
  for (const std::string& engine : engines) engine_lines.push_back(engine_json(cases, engine));
  for (const std::string& source : sources) source_lines.push_back(originals_json(cases, source));
  const auto called = [&](ArticleKind kind) {
    return json(called_machine(cases, [&](const Row& row) { return row.kind == kind; }));
  };
  return fmt::format(
      "{{\n  \"schema\": 1,\n  \"version\": {},\n  \"max_fpr\": {},\n  \"threshold\": {},\n"
      "  \"threshold_of_originals\": {},\n  \"threshold_of_translations\": {},\n  \"resamples\": {},\n"
      "  \"expected_calibration_error\": {},\n  \"originals\": {},\n  \"translations\": {},\n"
      "  \"engines\": {},\n  \"sources\": {}\n}}\n",
      json_string(version), number(kDefaultRate), number(threshold), number(of_originals), number(of_translations),
      kResamples, number(evaluate::calibrate(cases).error), called(ArticleKind::kOriginal),
      called(ArticleKind::kTranslation), joined(engine_lines), joined(source_lines));
}

}  // namespace calque::train
