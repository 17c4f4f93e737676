// All results of an evaluation, for Markdown or JSON.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "evaluate/bootstrap.h"
#include "evaluate/sample.h"

namespace calque::evaluate {

struct InputFile {
  std::string name;            // without its folder, so that a report does not depend on the folder of the data
  std::uint64_t checksum = 0;  // XXH3 of the file, not decompressed
  std::size_t articles = 0;
  std::size_t rejected = 0;  // lines without a labelled article
};

// Settings and inputs of the evaluation.
struct Setup {
  std::string version;
  std::string model;
  double max_fpr = 0;
  double threshold = 0;
  bool has_posterior = true;           // if not, contrasts with originals also rank by the probability
  std::vector<std::string> baselines;  // names of the other classifiers
  std::vector<InputFile> inputs;
  std::vector<InputFile> ratings;  // `articles` counts their sentences
  std::size_t resamples = 1000;
  unsigned threads = 1;  // not in the report, which is the same for any number
};

struct Share {
  std::size_t count = 0;
  std::size_t of = 0;

  double value() const { return of > 0 ? static_cast<double>(count) / static_cast<double>(of) : kNone; }
  Interval interval() const { return wilson(count, of); }
};

// How well one score ranks the positives of a contrast above its negatives.
struct Comparison {
  std::size_t positives = 0;
  std::size_t negatives = 0;
  Estimate area;
  Estimate recall_1;                         // at 1 % false positives
  Estimate recall_01;                        // at 0.1 %
  Share called_positives, called_negatives;  // labelled machine
};

struct ScoreReport {
  std::string name;       // "Calque", "length", ...
  std::string direction;  // of a trait: "more words" or "fewer words" rank high
  Comparison pooled;
  Estimate mean_area;  // of the areas within each pair
  std::size_t pairs = 0;
  std::vector<RocPoint> roc;  // a selection of the points
};

struct ContrastReport {
  Contrast contrast = Contrast::kMachineOriginal;
  std::vector<ScoreReport> scores;  // Calque's first; empty if one side is missing
};

struct LabelReport {
  std::string name;  // "original", "machine nmt"
  std::size_t articles = 0;
  std::array<std::size_t, kBases> bases{};  // by Basis
  std::array<Share, 3> labels{};            // by Label, of the scored ones
};

struct GroupReport {
  std::string name;
  std::array<std::optional<Comparison>, 3> contrasts;  // by Contrast
};

struct Breakdown {
  std::string name;  // "pair"
  std::vector<GroupReport> groups;
};

struct CalibrationReport {
  std::vector<CalibrationBin> bins;
  double error = kNone;
};

struct AccuracyReport {
  std::string name;
  Accuracy accuracy;
};

struct QualityRow {
  std::string name;
  std::size_t systems = 0;
  std::size_t articles = 0;
  Estimate system_spearman, system_pearson;
  Estimate article_spearman, article_pearson;
};

struct QualityReport {
  std::vector<QualityRow> pairs;
  QualityRow mean;    // over the pairs
  QualityRow pooled;  // articles of all pairs together
};

inline constexpr std::size_t kHistogramBins = 20;

struct HistogramReport {
  ArticleKind kind = ArticleKind::kOriginal;
  std::array<std::size_t, kHistogramBins> counts{};  // of the probability, 0 to 1
};

struct Report {
  Setup setup;
  std::vector<ContrastReport> contrasts;
  std::vector<LabelReport> labels;
  std::vector<AccuracyReport> accuracies;
  CalibrationReport calibration;
  std::vector<Breakdown> breakdowns;
  std::optional<QualityReport> quality;
  std::vector<HistogramReport> histograms;
};

// How the figures were computed, one sentence for each choice.
std::vector<std::string> method(const Setup& setup);

}  // namespace calque::evaluate
