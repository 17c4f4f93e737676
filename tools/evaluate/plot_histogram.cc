#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "evaluate/format.h"
#include "evaluate/plots.h"
#include "writing/svg.h"

namespace calque::evaluate {
namespace {

using writing::Anchor;
using writing::Scale;
using writing::Svg;

constexpr double kWidth = 640, kLeft = 66, kRight = 24, kTop = 96;
constexpr double kPanel = 104, kPanelGap = 46, kBottom = 56;
constexpr double kGapBetweenBars = 1.5;

// Originals, translations and machine output in the colours that the contrasts do not use for something else.
std::string style_of(ArticleKind kind) {
  if (kind == ArticleKind::kOriginal) return "c2";
  return kind == ArticleKind::kTranslation ? "c1" : "c0";
}

std::string title_of(ArticleKind kind) {
  if (kind == ArticleKind::kOriginal) return "English originals";
  return kind == ArticleKind::kTranslation ? "people's translations" : "machine output";
}

// The next of 5, 10, 20, 30, ... percent.
double top_of_axis(double share) { return share <= 0.05 ? 0.05 : std::ceil(share * 10 - 1e-9) / 10; }

void draw_panel(Svg& svg, double top, const HistogramReport& histogram) {
  const auto all =
      static_cast<double>(std::accumulate(histogram.counts.begin(), histogram.counts.end(), std::size_t{0}));
  const double highest = top_of_axis(static_cast<double>(std::ranges::max(histogram.counts)) / all);
  const Scale x{0, kHistogramBins, kLeft, kWidth - kRight}, y{0, highest, top + kPanel, top};
  svg.text({kLeft, top - 10},
           fmt::format("{}, {} articles", title_of(histogram.kind), grouped(static_cast<std::uint64_t>(all))),
           Anchor::kStart, style_of(histogram.kind) + " strong");
  for (const double tick : {0.0, highest / 2, highest}) {
    svg.line({kLeft, y(tick)}, {kWidth - kRight, y(tick)}, tick == 0 ? "axis" : "grid");
    svg.text({kLeft - 8, y(tick) + 4}, fmt::format("{:g} %", 100 * tick), Anchor::kEnd, "muted small");
  }
  for (std::size_t bin = 0; bin < kHistogramBins; ++bin) {
    const double share = static_cast<double>(histogram.counts[bin]) / all;
    const double begin = x(static_cast<double>(bin)), end = x(static_cast<double>(bin + 1));
    if (share > 0) {
      svg.bar({begin + kGapBetweenBars / 2, y(share)}, end - begin - kGapBetweenBars, y(0) - y(share),
              style_of(histogram.kind));
    }
  }
}

// Drawn inside the panels only, so that it crosses no text.
void draw_threshold(Svg& svg, double threshold, std::size_t panels) {
  if (threshold < 0 || threshold > 1) return;
  const double x = Scale{0, 1, kLeft, kWidth - kRight}(threshold);
  for (std::size_t panel = 0; panel < panels; ++panel) {
    const double top = kTop + static_cast<double>(panel) * (kPanel + kPanelGap);
    svg.line({x, top}, {x, top + kPanel}, "ink dash");
  }
  const bool is_right = threshold > 0.5;
  svg.text({x + (is_right ? 4 : -4), kTop - 32}, fmt::format("machine from {:.3f} on", threshold),
           is_right ? Anchor::kEnd : Anchor::kStart, "ink small");
  if (is_right) svg.line({x, kTop - 26}, {x, kTop}, "ink dash");
}

}  // namespace

std::string plot_histogram(const Report& report) {
  if (report.histograms.empty()) return {};
  const auto panels = static_cast<double>(report.histograms.size());
  const double bottom = kTop + panels * kPanel + (panels - 1) * kPanelGap;
  Svg svg(kWidth, bottom + kBottom, "Probabilities by kind",
          "Histograms of the probability of machine translation, one for each kind of article, and the threshold from "
          "which articles are labelled machine.");
  svg.text({kLeft, 30}, "Probabilities by kind", Anchor::kStart, "ink head");
  svg.text({kLeft, 50}, "share of the articles of each kind", Anchor::kStart, "muted");
  double top = kTop;
  for (const HistogramReport& histogram : report.histograms) {
    draw_panel(svg, top, histogram);
    top += kPanel + kPanelGap;
  }
  const Scale x{0, 1, kLeft, kWidth - kRight};
  for (int i = 0; i <= 5; ++i) {
    svg.text({x(i / 5.0), bottom + 18}, fmt::format("{:g}", i / 5.0), Anchor::kMiddle, "muted small");
  }
  svg.text({x(0.5), bottom + 40}, "probability of machine translation", Anchor::kMiddle, "muted");
  draw_threshold(svg, report.setup.threshold, report.histograms.size());
  return svg.take();
}

}  // namespace calque::evaluate
