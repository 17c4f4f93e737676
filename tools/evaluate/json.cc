#include <fmt/format.h>

#include "base/json_writer.h"
#include "evaluate/writers.h"

namespace calque::evaluate {
namespace {

void write(const Estimate& estimate, JsonWriter& out) {
  out.object([&] {
    out.key("value").number(estimate.value);
    out.key("interval").numbers({estimate.interval.low, estimate.interval.high});
  });
}

void write(const Share& share, JsonWriter& out) {
  out.object([&] {
    out.key("count").integer(share.count);
    out.key("of").integer(share.of);
    out.key("share").number(share.value());
    out.key("interval").numbers({share.interval().low, share.interval().high});
  });
}

void write_fields(const Comparison& comparison, JsonWriter& out) {
  out.key("positives").integer(comparison.positives);
  out.key("negatives").integer(comparison.negatives);
  write(comparison.area, out.key("auc"));
  write(comparison.recall_1, out.key("recall_at_1_percent"));
  write(comparison.recall_01, out.key("recall_at_1_permille"));
  write(comparison.called_positives, out.key("positives_called_machine"));
  write(comparison.called_negatives, out.key("negatives_called_machine"));
}

void write(const InputFile& file, const char* counted, JsonWriter& out) {
  out.object([&] {
    out.key("name").string(file.name);
    out.key("xxh3").string(fmt::format("{:016x}", file.checksum));
    out.key(counted).integer(file.articles);
    out.key("rejected").integer(file.rejected);
  });
}

void write_setup(const Setup& setup, JsonWriter& out) {
  out.key("schema").integer(kJsonSchema);
  out.key("calque").string(setup.version);
  out.key("model").string(setup.model);
  out.key("max_fpr").number(setup.max_fpr);
  out.key("threshold").number(setup.threshold);
  out.key("resamples").integer(setup.resamples);
  out.key("inputs").array([&] {
    for (const InputFile& file : setup.inputs) write(file, "articles", out);
  });
  out.key("ratings").array([&] {
    for (const InputFile& file : setup.ratings) write(file, "sentences", out);
  });
  out.key("method").array([&] {
    for (const std::string& line : method(setup)) out.string(line);
  });
}

void write(const ScoreReport& score, JsonWriter& out) {
  out.object([&] {
    out.key("name").string(score.name);
    if (!score.direction.empty()) out.key("direction").string(score.direction);
    write_fields(score.pooled, out);
    out.key("pairs").integer(score.pairs);
    write(score.mean_area, out.key("mean_auc_over_pairs"));
    out.key("roc").array([&] {
      for (const RocPoint& point : score.roc) out.numbers({point.false_positives, point.recall});
    });
  });
}

void write_contrasts(const Report& report, JsonWriter& out) {
  out.key("contrasts").object([&] {
    for (const ContrastReport& contrast : report.contrasts) {
      out.key(contrast_key(contrast.contrast)).array([&] {
        for (const ScoreReport& score : contrast.scores) write(score, out);
      });
    }
  });
}

void write(const LabelReport& label, JsonWriter& out) {
  out.object([&] {
    out.key("kind").string(label.name);
    out.key("articles").integer(label.articles);
    for (std::size_t basis = 0; basis < label.bases.size(); ++basis) {
      out.key(basis_name(static_cast<Basis>(basis))).integer(label.bases[basis]);
    }
    for (std::size_t which = 0; which < label.labels.size(); ++which) {
      write(label.labels[which], out.key(label_name(static_cast<Label>(which))));
    }
  });
}

void write_labels(const Report& report, JsonWriter& out) {
  out.key("labels").array([&] {
    for (const LabelReport& label : report.labels) write(label, out);
  });
  out.key("accuracy").array([&] {
    for (const AccuracyReport& entry : report.accuracies) {
      out.object([&] {
        out.key("name").string(entry.name);
        out.key("threshold").number(entry.accuracy.threshold);
        out.key("plain").number(entry.accuracy.plain);
        out.key("balanced").number(entry.accuracy.balanced);
      });
    }
  });
}

void write_calibration(const CalibrationReport& calibration, JsonWriter& out) {
  out.key("calibration").object([&] {
    out.key("expected_calibration_error").number(calibration.error);
    out.key("bins").array([&] {
      for (const CalibrationBin& bin : calibration.bins) {
        out.object([&] {
          out.key("mean_probability").number(bin.forecast);
          out.key("share_machine").number(bin.observed);
          out.key("mass").number(bin.mass);
          out.key("articles").integer(bin.cases);
        });
      }
    });
  });
}

void write(const GroupReport& group, JsonWriter& out) {
  out.object([&] {
    out.key("name").string(group.name);
    for (const Contrast contrast : kContrasts) {
      const auto& comparison = group.contrasts[static_cast<std::size_t>(contrast)];
      if (!comparison) continue;
      out.key(contrast_key(contrast)).object([&] { write_fields(*comparison, out); });
    }
  });
}

void write_breakdowns(const Report& report, JsonWriter& out) {
  out.key("breakdowns").object([&] {
    for (const Breakdown& breakdown : report.breakdowns) {
      out.key(breakdown.name).array([&] {
        for (const GroupReport& group : breakdown.groups) write(group, out);
      });
    }
  });
}

void write(const QualityRow& row, JsonWriter& out) {
  out.object([&] {
    out.key("name").string(row.name);
    out.key("systems").integer(row.systems);
    out.key("articles").integer(row.articles);
    write(row.system_spearman, out.key("system_spearman"));
    write(row.system_pearson, out.key("system_pearson"));
    write(row.article_spearman, out.key("article_spearman"));
    write(row.article_pearson, out.key("article_pearson"));
  });
}

void write_quality(const Report& report, JsonWriter& out) {
  if (!report.quality) return;
  out.key("quality").object([&] {
    out.key("pairs").array([&] {
      for (const QualityRow& row : report.quality->pairs) write(row, out);
    });
    write(report.quality->mean, out.key("mean"));
    write(report.quality->pooled, out.key("pooled"));
  });
}

void write_histograms(const Report& report, JsonWriter& out) {
  out.key("histograms").object([&] {
    for (const HistogramReport& histogram : report.histograms) {
      out.key(kind_name(histogram.kind)).array([&] {
        for (const std::size_t count : histogram.counts) out.integer(count);
      });
    }
  });
}

}  // namespace

std::string to_json(const Report& report) {
  std::string text;
  JsonWriter out(text, JsonLayout::kIndented);
  out.object([&] {
    write_setup(report.setup, out);
    write_contrasts(report, out);
    write_labels(report, out);
    write_calibration(report.calibration, out);
    write_breakdowns(report, out);
    write_quality(report, out);
    write_histograms(report, out);
  });
  return text + '\n';
}

}  // namespace calque::evaluate
