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

constexpr double kWidth = 560, kHeight = 692;
constexpr double kLeft = 66, kRight = 24, kTop = 74, kBottom = 464;  // of the curve
constexpr double kBarsTop = 560, kBarsBottom = 644;
constexpr double kBarShare = 0.72;  // of a bin's room
constexpr double kThousand = 1000;

std::string compact(std::size_t count) {
  if (count < 10'000) return grouped(count);
  return fmt::format("{:.0f}k", static_cast<double>(count) / kThousand);
}

void draw_curve(Svg& svg, const std::vector<CalibrationBin>& bins) {
  const Scale x{0, 1, kLeft, kWidth - kRight}, y{0, 1, kBottom, kTop};
  for (int i = 0; i <= 5; ++i) {
    const double tick = i / 5.0;
    svg.line({x(tick), y(0)}, {x(tick), y(1)}, i == 0 ? "axis" : "grid");
    svg.line({x(0), y(tick)}, {x(1), y(tick)}, i == 0 ? "axis" : "grid");
    svg.text({x(tick), y(0) + 18}, fmt::format("{:g}", tick), Anchor::kMiddle, "muted small");
    svg.text({x(0) - 8, y(tick) + 4}, fmt::format("{:g}", tick), Anchor::kEnd, "muted small");
  }
  svg.line({x(0), y(0)}, {x(1), y(1)}, "axis dash");
  std::vector<Point> points;
  points.reserve(bins.size());
  for (const CalibrationBin& bin : bins) points.push_back({x(bin.forecast), y(bin.observed)});
  svg.polyline(points, "c0 thick");
  for (const Point& point : points) svg.mark(point, 0);
  svg.text({x(0.5), y(0) + 40}, "mean probability of the bin", Anchor::kMiddle, "muted");
  svg.upright_text({22, (kTop + kBottom) / 2}, "share of machine output", "muted");
}

// How many articles stand behind each point, from left to right.
void draw_bars(Svg& svg, const std::vector<CalibrationBin>& bins) {
  std::size_t most = 1;
  for (const CalibrationBin& bin : bins) most = std::max(most, bin.cases);
  const Scale height{0, static_cast<double>(most), 0, kBarsBottom - kBarsTop};
  const double room = (kWidth - kRight - kLeft) / static_cast<double>(bins.size());
  svg.text({kLeft, kBarsTop - 22}, "articles in each bin", Anchor::kStart, "muted");
  for (std::size_t i = 0; i < bins.size(); ++i) {
    const double middle = kLeft + (static_cast<double>(i) + 0.5) * room;
    const double tall = height(static_cast<double>(bins[i].cases));
    svg.bar({middle - room * kBarShare / 2, kBarsBottom - tall}, room * kBarShare, tall, "c0");
    svg.text({middle, kBarsBottom - tall - 4}, compact(bins[i].cases), Anchor::kMiddle, "muted small");
    svg.text({middle, kBarsBottom + 16}, fmt::format("{:.2f}", bins[i].forecast), Anchor::kMiddle, "muted small");
  }
  svg.line({kLeft, kBarsBottom}, {kWidth - kRight, kBarsBottom}, "axis");
  svg.text({(kLeft + kWidth - kRight) / 2, kBarsBottom + 36}, "mean probability of the bin", Anchor::kMiddle, "muted");
}

}  // namespace

std::string plot_calibration(const Report& report) {
  if (report.calibration.bins.empty()) return {};
  Svg svg(
      kWidth, kHeight, "Calibration",
      fmt::format("The share of machine output against the mean probability in {} bins of equal mass. On the dashed "
                  "diagonal they agree. The bars below count the articles of each bin.",
                  report.calibration.bins.size()));
  svg.text({kLeft, 30}, "Calibration", Anchor::kStart, "ink head");
  svg.text({kLeft, 50}, fmt::format("expected calibration error {}", ratio(report.calibration.error)), Anchor::kStart,
           "muted");
  draw_curve(svg, report.calibration.bins);
  draw_bars(svg, report.calibration.bins);
  return svg.take();
}

}  // namespace calque::evaluate
