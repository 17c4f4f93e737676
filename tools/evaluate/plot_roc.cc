#include <fmt/format.h>

#include <algorithm>

#include "evaluate/format.h"
#include "evaluate/plots.h"
#include "writing/svg.h"

namespace calque::evaluate {
namespace {

using writing::Anchor;
using writing::Point;
using writing::Scale;
using writing::Svg;
using writing::shortened;

constexpr double kSide = 250;  // of a panel
constexpr double kLeft = 62, kTop = 96, kGap = 42, kRight = 24;
constexpr double kLegendTop = 62, kLegendRow = 19, kBottom = 12;  // below the panel
constexpr std::size_t kLongestName = 24;
constexpr double kTicks[] = {0, 0.25, 0.5, 0.75, 1};
constexpr std::size_t kBesides = 4;  // styles for what stands beside Calque

std::string style_of(std::size_t score, std::size_t panel) {
  return score == 0 ? fmt::format("c{} thick", panel) : fmt::format("b{}", std::min(score - 1, kBesides - 1));
}

void draw_frame(Svg& svg, double left, bool is_first) {
  const Scale x{0, 1, left, left + kSide}, y{0, 1, kTop + kSide, kTop};
  for (const double tick : kTicks) {
    svg.line({x(tick), y(0)}, {x(tick), y(1)}, tick == 0 ? "axis" : "grid");
    svg.line({x(0), y(tick)}, {x(1), y(tick)}, tick == 0 ? "axis" : "grid");
    svg.text({x(tick), y(0) + 17}, fmt::format("{:g}", tick), Anchor::kMiddle, "muted small");
    if (is_first) svg.text({x(0) - 8, y(tick) + 4}, fmt::format("{:g}", tick), Anchor::kEnd, "muted small");
  }
  svg.line({x(0), y(0)}, {x(1), y(1)}, "axis dash");
  svg.text({x(0.5), y(0) + 37}, "false positives", Anchor::kMiddle, "muted");
}

void draw_legend(Svg& svg, double left, const ContrastReport& contrast, std::size_t series) {
  double y = kTop + kSide + kLegendTop;
  for (std::size_t i = 0; i < contrast.scores.size(); ++i, y += kLegendRow) {
    const ScoreReport& score = contrast.scores[i];
    svg.line({left, y - 4}, {left + 26, y - 4}, style_of(i, series));
    svg.text({left + 34, y}, shortened(score.name, kLongestName), Anchor::kStart, i == 0 ? "ink strong" : "ink");
    svg.text({left + kSide, y}, ratio(score.pooled.area.value), Anchor::kEnd, i == 0 ? "ink strong" : "ink");
  }
}

void draw_panel(Svg& svg, double left, const ContrastReport& contrast, bool is_first) {
  const auto series = static_cast<std::size_t>(contrast.contrast);
  draw_frame(svg, left, is_first);
  svg.text({left, kTop - 12}, contrast_name(contrast.contrast), Anchor::kStart, fmt::format("c{} strong", series));
  const Scale x{0, 1, left, left + kSide}, y{0, 1, kTop + kSide, kTop};
  for (std::size_t i = contrast.scores.size(); i-- > 0;) {  // Calque last, on top
    std::vector<Point> points;
    for (const RocPoint& point : contrast.scores[i].roc) points.push_back({x(point.false_positives), y(point.recall)});
    svg.polyline(points, style_of(i, series));
  }
  draw_legend(svg, left, contrast, series);
}

}  // namespace

std::string plot_roc(const Report& report) {
  std::vector<const ContrastReport*> shown;
  std::size_t rows = 0;
  for (const ContrastReport& contrast : report.contrasts) {
    if (contrast.scores.empty()) continue;
    shown.push_back(&contrast);
    rows = std::max(rows, contrast.scores.size());
  }
  if (shown.empty()) return {};
  const auto panels = static_cast<double>(shown.size());
  Svg svg(
      kLeft + panels * kSide + (panels - 1) * kGap + kRight,
      kTop + kSide + kLegendTop + static_cast<double>(rows) * kLegendRow + kBottom, "ROC curves",
      "Recall against the rate of false positives, a panel for each contrast. Calque's curve is thick, baselines are "
      "thin. The figures below are areas under the curves.");
  svg.text({kLeft, 30}, "ROC curves", Anchor::kStart, "ink head");
  svg.text({kLeft, 50}, "and the areas under them", Anchor::kStart, "muted");
  svg.upright_text({22, kTop + kSide / 2}, "recall", "muted");
  for (std::size_t i = 0; i < shown.size(); ++i) {
    draw_panel(svg, kLeft + static_cast<double>(i) * (kSide + kGap), *shown[i], i == 0);
  }
  return svg.take();
}

}  // namespace calque::evaluate
