#include "evaluate/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "evaluate/breakdown.h"
#include "evaluate/compare.h"
#include "evaluate/jobs.h"
#include "evaluate/quality.h"

namespace calque::evaluate {
namespace {

constexpr std::size_t kCalibrationBins = 10;
constexpr double kEvenOdds = 0.5;
constexpr double kNoOpinion = 0.5;  // of a baseline that has no probability for an article

bool any_row(const Row&) { return true; }

double own_score(const Row& row, Contrast contrast) {
  return contrast == Contrast::kTranslationOriginal ? row.translated : row.probability;
}

// A property of the text, which may rank either side higher.
struct Trait {
  const char* name;
  const char* high;  // what ranks high
  const char* low;   // and where the other direction is better
  double (*of)(const Row&);
};

constexpr Trait kTraits[] = {
    {"length", "more words", "fewer words", [](const Row& row) { return static_cast<double>(row.words); }},
    {"punctuation", "more marks", "fewer marks", [](const Row& row) { return row.punctuation; }},
};

// Uses the direction that ranks better on this sample, so the trait has an advantage.
ScoreReport compare_trait(const Sample& sample, Contrast contrast, const Trait& trait, std::size_t resamples) {
  const bool is_high = Ranking(observe(sample, trait.of)).area() >= 0.5;
  ScoreReport report = compare_in_full(
      sample, contrast, [&](const Row& row) { return is_high ? trait.of(row) : -trait.of(row); }, resamples);
  report.name = trait.name;
  report.direction = is_high ? trait.high : trait.low;
  return report;
}

ScoreReport compare_baseline(const Sample& sample, Contrast contrast, const Setup& setup, std::size_t baseline) {
  const auto score = [&](const Row& row) {
    const double probability = row.baselines[baseline];
    return std::isnan(probability) ? kNoOpinion : probability;
  };
  ScoreReport report = compare_in_full(sample, contrast, score, setup.resamples);
  report.name = setup.baselines[baseline];
  return report;
}

ScoreReport compare_own(const Sample& sample, Contrast contrast, const Setup& setup) {
  ScoreReport report = compare_in_full(
      sample, contrast, [&](const Row& row) { return own_score(row, contrast); }, setup.resamples);
  report.name = "Calque";
  return report;
}

// Calque, then the traits, then the other classifiers.
std::vector<std::function<void()>> plan_contrasts(const std::vector<Sample>& samples, Report& report) {
  std::vector<std::function<void()>> jobs;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (!samples[i].is_usable()) continue;
    const Sample& sample = samples[i];
    const Contrast contrast = report.contrasts[i].contrast;
    std::vector<ScoreReport>& scores = report.contrasts[i].scores;
    const Setup& setup = report.setup;
    scores.resize(1 + std::size(kTraits) + setup.baselines.size());
    jobs.emplace_back([&, contrast] { scores[0] = compare_own(sample, contrast, setup); });
    for (std::size_t k = 0; k < std::size(kTraits); ++k) {
      jobs.emplace_back(
          [&, contrast, k] { scores[1 + k] = compare_trait(sample, contrast, kTraits[k], setup.resamples); });
    }
    for (std::size_t k = 0; k < setup.baselines.size(); ++k) {
      jobs.emplace_back(
          [&, contrast, k] { scores[1 + std::size(kTraits) + k] = compare_baseline(sample, contrast, setup, k); });
    }
  }
  return jobs;
}

void count(const Row& row, LabelReport& report) {
  ++report.articles;
  ++report.bases[static_cast<std::size_t>(row.basis)];
  if (!row.is_scored()) return;
  for (Share& share : report.labels) ++share.of;
  ++report.labels[static_cast<std::size_t>(row.label)].count;
}

// The kinds, then the engines of machine output if there are several.
std::vector<LabelReport> count_labels(const std::vector<Row>& rows) {
  std::map<std::pair<ArticleKind, std::string>, LabelReport> reports;
  for (const Row& row : rows) {
    count(row, reports[{row.kind, ""}]);
    if (row.kind == ArticleKind::kMachine && !row.engine.empty()) count(row, reports[{row.kind, row.engine}]);
  }
  std::vector<LabelReport> listed;
  for (auto& [key, report] : reports) {
    report.name = std::string(kind_name(key.first)) + (key.second.empty() ? "" : " " + key.second);
    listed.push_back(report);
  }
  return listed;
}

std::vector<AccuracyReport> measure_accuracies(const std::vector<Case>& cases, double threshold) {
  std::vector<Observation> observations;
  observations.reserve(cases.size());
  for (const Case& one : cases) {
    observations.push_back({one.row->probability, one.row->kind == ArticleKind::kMachine, one.cluster});
  }
  const Ranking ranking(std::move(observations));
  if (ranking.positives() == 0 || ranking.negatives() == 0) return {};
  return {{"one half", accuracy_at(ranking, kEvenOdds)},
          {"default threshold", accuracy_at(ranking, threshold)},
          {"best accuracy", best_accuracy(ranking, AccuracyKind::kPlain)},
          {"best balanced accuracy", best_accuracy(ranking, AccuracyKind::kBalanced)}};
}

std::vector<HistogramReport> draw_histograms(const std::vector<Case>& cases) {
  std::map<ArticleKind, HistogramReport> histograms;
  for (const Case& one : cases) {
    HistogramReport& histogram = histograms[one.row->kind];
    histogram.kind = one.row->kind;
    const auto bin = static_cast<std::size_t>(one.row->probability * kHistogramBins);
    ++histogram.counts[std::min(bin, kHistogramBins - 1)];
  }
  std::vector<HistogramReport> listed;
  listed.reserve(histograms.size());
  for (const auto& [kind, histogram] : histograms) listed.push_back(histogram);
  return listed;
}

}  // namespace

CalibrationReport calibrate(const std::vector<Case>& cases) {
  std::array<double, 3> of_kind{};
  for (const Case& one : cases) ++of_kind[static_cast<std::size_t>(one.row->kind)];
  const auto [originals, translations, machine] = of_kind;
  if (machine == 0 || originals + translations == 0) return {};
  const double human = originals > 0 && translations > 0 ? 0.25 : 0.5;
  std::vector<Forecast> forecasts;
  forecasts.reserve(cases.size());
  for (const Case& one : cases) {
    const bool is_machine = one.row->kind == ArticleKind::kMachine;
    forecasts.push_back({one.row->probability, is_machine,
                         (is_machine ? 0.5 : human) / of_kind[static_cast<std::size_t>(one.row->kind)]});
  }
  CalibrationReport report{calibration(std::move(forecasts), kCalibrationBins), kNone};
  report.error = calibration_error(report.bins);
  return report;
}

Report evaluate(const std::vector<Row>& rows, Setup setup) {
  const std::vector<Case> cases = cases_of(rows);
  Report report;
  report.setup = std::move(setup);
  report.labels = count_labels(rows);
  report.accuracies = measure_accuracies(cases, report.setup.threshold);
  report.calibration = calibrate(cases);
  report.histograms = draw_histograms(cases);

  std::vector<Sample> samples;
  for (const Contrast contrast : kContrasts) {
    samples.push_back(select(cases, contrast, any_row, any_row));
    report.contrasts.push_back({contrast, {}});
  }
  const ContrastScore score = own_score;
  // The longest job first, so that no thread runs one alone at the end.
  std::vector<std::function<void()>> jobs;
  jobs.emplace_back([&] { report.quality = compare_quality(cases, report.setup.resamples); });
  std::ranges::move(plan_contrasts(samples, report), std::back_inserter(jobs));
  std::ranges::move(plan_breakdowns(cases, score, report.setup.resamples, report.breakdowns), std::back_inserter(jobs));
  run_jobs(jobs, report.setup.threads);
  return report;
}

}  // namespace calque::evaluate
