#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "bench/record.h"
#include "bench/statistics.h"
#include "writing/svg.h"

namespace calque::bench {
namespace {

using writing::Anchor;
using writing::Point;
using writing::Scale;
using writing::Svg;

constexpr double kWidth = 640, kHeight = 400;
constexpr double kLeft = 84, kRight = 32, kTop = 84, kBottom = 336;
constexpr std::string_view kStagePrefix = "stage/";
constexpr std::string_view kThroughputPrefix = "throughput/";

std::vector<const Measure*> measures_of(const Record& record, std::string_view prefix) {
  std::vector<const Measure*> found;
  for (const Measure& measure : record.measures) {
    if (measure.name.starts_with(prefix)) found.push_back(&measure);
  }
  return found;
}

// The least of 1, 2 and 5 times a power of ten that is not under `value`.
double rounded_up(double value) {
  const double power = std::pow(10, std::floor(std::log10(value)));
  for (const double step : {1.0, 2.0, 5.0}) {
    if (step * power >= value * (1 - 1e-9)) return step * power;
  }
  return 10 * power;
}

void draw_title(Svg& svg, std::string_view title, std::string_view note) {
  svg.text({kLeft, 30}, title, Anchor::kStart, "ink head");
  svg.text({kLeft, 50}, note, Anchor::kStart, "muted");
}

void draw_y_axis(Svg& svg, const Scale& y, std::string_view unit) {
  for (int i = 0; i <= 4; ++i) {
    const double value = y.to * i / 4;
    svg.line({kLeft, y(value)}, {kWidth - kRight, y(value)}, i == 0 ? "axis" : "grid");
    svg.text({kLeft - 8, y(value) + 4}, fmt::format("{:g}", value), Anchor::kEnd, "muted small");
  }
  svg.upright_text({24, (kTop + kBottom) / 2}, unit, "muted");
}

std::string plot_stages(const Record& record) {
  const auto stages = measures_of(record, kStagePrefix);
  if (stages.empty()) return {};
  constexpr double kRow = 34, kBar = 18;
  double most = 0, sum = 0;
  for (const Measure* stage : stages) {
    most = std::max(most, median(stage->values));
    sum += median(stage->values);
  }
  const double bottom = kTop + kRow * static_cast<double>(stages.size());
  Svg svg(kWidth, bottom + 24, "Time by stage",
          "The median time of each stage per article, and its share of them all.");
  draw_title(svg, "Time by stage", fmt::format("one thread, {:.1f} microseconds per article", sum));
  const Scale x{0, std::max(most, 1e-9), kLeft + 20, kWidth - kRight - 110};
  for (std::size_t i = 0; i < stages.size(); ++i) {
    const double time = median(stages[i]->values), top = kTop + kRow * static_cast<double>(i);
    svg.text({kLeft + 8, top + 14}, stages[i]->name.substr(kStagePrefix.size()), Anchor::kEnd);
    svg.bar({x(0), top}, x(time) - x(0), kBar, "c0");
    svg.text({x(time) + 8, top + 14}, fmt::format("{:.1f} us, {:.0f} %", time, sum > 0 ? 100 * time / sum : 0),
             Anchor::kStart, "muted");
  }
  return svg.take();
}

std::string plot_scaling(const Record& record) {
  const auto runs = measures_of(record, kThroughputPrefix);
  if (runs.size() < 2) return {};
  std::vector<Point> values;
  for (const Measure* run : runs) {
    values.push_back({std::stod(run->name.substr(kThroughputPrefix.size())), median(run->values)});
  }
  const double one = values.front().y / values.front().x, last = values.back().x;
  const Scale x{0, last, kLeft, kWidth - kRight}, y{0, rounded_up(std::max(one * last, 1e-9)), kBottom, kTop};
  Svg svg(kWidth, kHeight, "Throughput by threads",
          "Megabytes of text a second for each number of threads; the dashed line is the first times the threads.");
  draw_title(svg, "Throughput by threads", "JSONL in, JSONL out; dashed: as if threads did not disturb each other");
  draw_y_axis(svg, y, "MB of text a second");
  svg.line({x(0), y(0)}, {x(last), y(one * last)}, "muted dash");
  std::vector<Point> points;
  for (const Point& value : values) {
    points.push_back({x(value.x), y(value.y)});
    svg.text({points.back().x, kBottom + 18}, fmt::format("{:g}", value.x), Anchor::kMiddle, "muted small");
    svg.text({points.back().x, points.back().y - 12}, fmt::format("{:.1f}", value.y), Anchor::kMiddle, "c0 small");
  }
  svg.polyline(points, "c0 thick");
  for (const Point& point : points) svg.mark(point, 0);
  svg.text({(kLeft + kWidth - kRight) / 2, kBottom + 42}, "threads", Anchor::kMiddle, "muted");
  return svg.take();
}

std::string byte_size(std::uint64_t bytes) {
  if (bytes < 1024) return fmt::format("{}", bytes);
  return bytes < 1024 * 1024 ? fmt::format("{}K", bytes / 1024) : fmt::format("{}M", bytes / (1024 * 1024));
}

std::string plot_lengths(const Record& record) {
  if (record.lengths.size() < 2) return {};
  double most = 1e-9;
  for (const LengthBin& bin : record.lengths) most = std::max(most, bin.megabytes_per_second);
  const double end = static_cast<double>(record.lengths.size());
  const Scale x{-0.5, end - 0.5, kLeft, kWidth - kRight}, y{0, rounded_up(most), kBottom, kTop};
  Svg svg(kWidth, kHeight, "Throughput by length",
          "Megabytes of text a second for articles of similar length, one thread.");
  draw_title(svg, "Throughput by length", "one thread; under each bin, how many articles it holds");
  draw_y_axis(svg, y, "MB of text a second");
  std::vector<Point> points;
  for (std::size_t i = 0; i < record.lengths.size(); ++i) {
    const LengthBin& bin = record.lengths[i];
    points.push_back({x(static_cast<double>(i)), y(bin.megabytes_per_second)});
    svg.text({points.back().x, kBottom + 18}, byte_size(bin.bytes), Anchor::kMiddle, "muted small");
    svg.text({points.back().x, kBottom + 32}, fmt::format("({})", bin.articles), Anchor::kMiddle, "muted small");
  }
  svg.polyline(points, "c0 thick");
  for (const Point& point : points) svg.mark(point, 0);
  svg.text({(kLeft + kWidth - kRight) / 2, kBottom + 54}, "bytes of text, at most", Anchor::kMiddle, "muted");
  return svg.take();
}

}  // namespace

std::vector<Plot> to_plots(const Record& record) {
  std::vector<Plot> plots = {{"stages.svg", plot_stages(record)},
                             {"scaling.svg", plot_scaling(record)},
                             {"lengths.svg", plot_lengths(record)}};
  std::erase_if(plots, [](const Plot& plot) { return plot.svg.empty(); });
  return plots;
}

}  // namespace calque::bench
