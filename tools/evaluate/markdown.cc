#include <fmt/format.h>

#include <algorithm>

#include "evaluate/format.h"
#include "evaluate/markdown_writer.h"
#include "evaluate/writers.h"

namespace calque::evaluate {
namespace {

std::string missing_side(Contrast contrast) {
  return fmt::format("\n{}: one side is missing from the inputs.", contrast_name(contrast));
}

std::string ranked_by(const ScoreReport& score) {
  return score.direction.empty() ? score.name : fmt::format("{}: {}", score.name, score.direction);
}

void write_summary(const Report& report, Markdown& out) {
  out.table_head(2, {"contrast", "ranked by", "AUC", "mean over pairs", "recall at 1 % FPR", "recall at 0.1 % FPR",
                     "positives", "negatives"});
  for (const ContrastReport& contrast : report.contrasts) {
    for (const ScoreReport& score : contrast.scores) {
      out.row({std::string(contrast_name(contrast.contrast)), ranked_by(score), ratio(score.pooled.area),
               ratio(score.mean_area), percent(score.pooled.recall_1), percent(score.pooled.recall_01),
               grouped(score.pooled.positives), grouped(score.pooled.negatives)});
    }
  }
  for (const ContrastReport& contrast : report.contrasts) {
    if (contrast.scores.empty()) out.text(missing_side(contrast.contrast));
  }
}

void write_inputs(const Report& report, Markdown& out) {
  const Setup& setup = report.setup;
  out.heading("Inputs");
  out.text(fmt::format("Calque {}, model {}.\n", setup.version, setup.model));
  out.table_head(1, {"file", "articles", "lines rejected", "XXH3"});
  for (const InputFile& file : setup.inputs) {
    out.row({file.name, grouped(file.articles), grouped(file.rejected), fmt::format("`{:016x}`", file.checksum)});
  }
  for (const InputFile& file : setup.ratings) {
    out.row(
        {file.name, fmt::format("{} ratings", grouped(file.articles)), "0", fmt::format("`{:016x}`", file.checksum)});
  }
}

void write_labels(const Report& report, Markdown& out) {
  out.heading("Labels at the default threshold");
  out.text(fmt::format("Machine from a probability of {:.4f} on, which is `--max-fpr {}`.\n", report.setup.threshold,
                       report.setup.max_fpr));
  out.table_head(1, {"kind", "articles", "machine", "undecided", "human", "too short", "other language", "not text"});
  for (const LabelReport& label : report.labels) {
    const auto labelled = [&](Label which) { return label.labels[static_cast<std::size_t>(which)]; };
    const auto based = [&](Basis which) { return grouped(label.bases[static_cast<std::size_t>(which)]); };
    const Share machine = labelled(Label::kMachine);
    out.row({label.name, grouped(label.articles), percent(machine.value(), machine.interval()),
             percent(labelled(Label::kUndecided).value()), percent(labelled(Label::kHuman).value()),
             based(Basis::kTooShort), based(Basis::kOtherLanguage), based(Basis::kNotText)});
  }
}

void write_accuracies(const Report& report, Markdown& out) {
  out.heading("Accuracy");
  if (report.accuracies.empty()) return out.text("Needs machine output and people's writing.");
  out.table_head(1, {"threshold", "probability", "accuracy", "balanced accuracy"});
  for (const AccuracyReport& entry : report.accuracies) {
    out.row({entry.name, fmt::format("{:.4f}", entry.accuracy.threshold), percent(entry.accuracy.plain),
             percent(entry.accuracy.balanced)});
  }
}

void write_calibration(const Report& report, Markdown& out) {
  out.heading("Calibration");
  if (report.calibration.bins.empty()) return out.text("Needs machine output and people's writing.");
  out.text(fmt::format("Expected calibration error {}.\n", ratio(report.calibration.error)));
  out.table_head(0, {"mean probability", "machine output", "mass", "articles"});
  for (const CalibrationBin& bin : report.calibration.bins) {
    out.row({ratio(bin.forecast), ratio(bin.observed), percent(bin.mass), grouped(bin.cases)});
  }
}

void write_breakdown(const Breakdown& breakdown, Markdown& out) {
  out.heading(fmt::format("By {}", breakdown.name));
  out.table_head(2, {breakdown.name, "contrast", "positives", "negatives", "AUC", "recall at 1 % FPR",
                     "recall at 0.1 % FPR", "positives called machine", "negatives called machine"});
  for (const GroupReport& group : breakdown.groups) {
    for (const Contrast contrast : kContrasts) {
      const auto& comparison = group.contrasts[static_cast<std::size_t>(contrast)];
      if (!comparison) continue;
      out.row({group.name, std::string(contrast_name(contrast)), grouped(comparison->positives),
               grouped(comparison->negatives), ratio(comparison->area), percent(comparison->recall_1),
               percent(comparison->recall_01), percent(comparison->called_positives.value()),
               percent(comparison->called_negatives.value())});
    }
  }
}

void write_quality_row(const QualityRow& row, Markdown& out) {
  out.row({row.name, grouped(row.systems), grouped(row.articles), ratio(row.system_spearman), ratio(row.system_pearson),
           ratio(row.article_spearman), ratio(row.article_pearson)});
}

void write_quality(const Report& report, Markdown& out) {
  out.heading("Quality against human assessment");
  if (!report.quality) {
    return out.text(report.setup.ratings.empty() ? "No ratings were given (`--quality`)."
                                                 : "No scored machine translation was found in the ratings.");
  }
  out.table_head(1, {"pair", "systems", "articles", "systems: Spearman", "systems: Pearson", "articles: Spearman",
                     "articles: Pearson"});
  for (const QualityRow& row : report.quality->pairs) write_quality_row(row, out);
  write_quality_row(report.quality->mean, out);
  write_quality_row(report.quality->pooled, out);
}

void write_method(const Report& report, Markdown& out) {
  out.heading("How it was computed");
  for (const std::string& line : method(report.setup)) out.text("- " + line);
}

}  // namespace

std::string to_markdown(const Report& report) {
  Markdown out;
  out.text("# Evaluation of Calque\n");
  write_summary(report, out);
  write_labels(report, out);
  write_accuracies(report, out);
  write_calibration(report, out);
  for (const Breakdown& breakdown : report.breakdowns) write_breakdown(breakdown, out);
  write_quality(report, out);
  write_inputs(report, out);
  write_method(report, out);
  return out.take();
}

}  // namespace calque::evaluate
