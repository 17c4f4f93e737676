#include "train/held_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "calque/analyzer.h"
#include "evaluate/compare.h"
#include "report/json_text.h"

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
constexpr std::size_t kBins = 10;
const double kDefaultRate = AnalyzerOptions{}.max_fpr;  // of false positives
constexpr std::string_view kRoundTrip = "round trip";

double default_threshold(const ArticleTraining& training) {
  const auto found =
      std::ranges::find_if(training.false_positives, [](const auto& entry) { return entry.first <= kDefaultRate; });
  return found == training.false_positives.end() ? 1 : std::max(0.5, found->second);
}

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

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(text, out);
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

// The classes weigh as in `calque evaluate`: machine output one half, originals and translations a quarter each.
double calibration_error(const std::vector<Row>& rows) {
  constexpr std::array<double, 3> kMasses = {0.25, 0.25, 0.5};
  std::array<double, 3> sizes{};
  for (const Row& row : rows) ++sizes[static_cast<std::size_t>(row.kind)];
  std::vector<evaluate::Forecast> forecasts;
  for (const Row& row : rows) {
    const auto kind = static_cast<std::size_t>(row.kind);
    forecasts.push_back({row.probability, row.kind == ArticleKind::kMachine, kMasses[kind] / sizes[kind]});
  }
  return evaluate::calibration_error(evaluate::calibration(std::move(forecasts), kBins));
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "\n" : ",\n") + line;
  return "[" + out + "\n  ]";
}

}  // namespace

std::string held_out_json(const FeatureTable& table, const ArticleTraining& training, const std::string& version) {
  const double threshold = default_threshold(training);
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
      "{{\n  \"schema\": 1,\n  \"version\": {},\n  \"max_fpr\": {},\n  \"threshold\": {},\n  \"resamples\": {},\n"
      "  \"expected_calibration_error\": {},\n  \"originals\": {},\n  \"translations\": {},\n"
      "  \"engines\": {},\n  \"sources\": {}\n}}\n",
      json_string(version), number(kDefaultRate), number(threshold), kResamples, number(calibration_error(rows)),
      called(ArticleKind::kOriginal), called(ArticleKind::kTranslation), joined(engine_lines), joined(source_lines));
}

}  // namespace calque::train
