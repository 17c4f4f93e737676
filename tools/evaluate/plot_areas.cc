#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "evaluate/format.h"
#include "evaluate/plots.h"
#include "writing/svg.h"

namespace calque::evaluate {
namespace {

using writing::Anchor;
using writing::Scale;
using writing::Svg;
using writing::shortened;

constexpr double kWidth = 680, kLeft = 150, kRight = 64, kTop = 104, kBottom = 58;
constexpr double kLane = 15;     // between the dots of a group
constexpr double kRowPad = 16;   // between groups
constexpr double kChance = 0.5;  // the area of a score that knows nothing
constexpr std::size_t kLongestName = 20;

// A group's areas by contrast; those that cannot be had have no value.
struct AreaRow {
  std::string name;
  std::string note;
  std::array<Estimate, 3> areas;
};

bool has_value(const Estimate& estimate) { return !std::isnan(estimate.value); }

AreaRow row_of(const GroupReport& group) {
  AreaRow row{group.name, "", {}};
  std::size_t machine = 0;
  for (const Contrast contrast : {Contrast::kMachineOriginal, Contrast::kMachineTranslation}) {
    const auto& comparison = group.contrasts[static_cast<std::size_t>(contrast)];
    if (comparison) machine = std::max(machine, comparison->positives);
  }
  for (std::size_t i = 0; i < row.areas.size(); ++i) {
    if (group.contrasts[i]) row.areas[i] = group.contrasts[i]->area;
  }
  if (machine > 0) row.note = fmt::format("{} machine", grouped(machine));
  return row;
}

std::vector<AreaRow> rows_of(const Report& report, const Breakdown& breakdown) {
  std::vector<AreaRow> rows;
  for (const GroupReport& group : breakdown.groups) {
    AreaRow row = row_of(group);
    if (std::ranges::any_of(row.areas, has_value)) rows.push_back(std::move(row));
  }
  if (breakdown.name != "pair" || rows.size() < 2) return rows;
  AreaRow mean{"mean", "over pairs", {}};
  for (std::size_t i = 0; i < report.contrasts.size(); ++i) {
    if (!report.contrasts[i].scores.empty()) mean.areas[i] = report.contrasts[i].scores.front().mean_area;
  }
  rows.push_back(std::move(mean));
  return rows;
}

// The contrasts that occur, so that no lane stays empty for good.
std::vector<std::size_t> lanes_of(const std::vector<AreaRow>& rows) {
  std::vector<std::size_t> lanes;
  for (std::size_t i = 0; i < 3; ++i) {
    if (std::ranges::any_of(rows, [&](const AreaRow& row) { return has_value(row.areas[i]); })) lanes.push_back(i);
  }
  return lanes;
}

// Whole tenths around all values and chance.
Scale scale_of(const std::vector<AreaRow>& rows) {
  double low = kChance, high = kChance;
  for (const AreaRow& row : rows) {
    for (const Estimate& area : row.areas) {
      if (!has_value(area)) continue;
      low = std::min({low, area.value, std::isnan(area.interval.low) ? 1 : area.interval.low});
      high = std::max({high, area.value, std::isnan(area.interval.high) ? 0 : area.interval.high});
    }
  }
  return {std::floor(low * 10 + 1e-9) / 10, std::max(std::ceil(high * 10 - 1e-9) / 10, kChance + 0.1), kLeft,
          kWidth - kRight};
}

void draw_axis(Svg& svg, const Scale& x, double bottom) {
  const int first = static_cast<int>(std::lround(x.from * 10)), last = static_cast<int>(std::lround(x.to * 10));
  for (int tenth = first; tenth <= last; ++tenth) {
    const double value = tenth / 10.0;
    const bool is_chance = tenth == 5;
    svg.line({x(value), kTop}, {x(value), bottom}, is_chance ? "axis dash" : "grid");
    svg.text({x(value), bottom + 18}, fmt::format("{:.1f}", value), Anchor::kMiddle, "muted small");
  }
  svg.text({(kLeft + kWidth - kRight) / 2, bottom + 40}, "AUC with its 95 % interval; 0.5 is chance", Anchor::kMiddle,
           "muted");
}

void draw_legend(Svg& svg, const std::vector<std::size_t>& lanes) {
  double x = kLeft + 6;
  for (const std::size_t series : lanes) {
    const std::string_view name = contrast_name(static_cast<Contrast>(series));
    svg.mark({x, kTop - 28}, series);
    svg.text({x + 11, kTop - 24}, name, Anchor::kStart, "ink small");
    x += 36 + 6.3 * static_cast<double>(name.size());  // about the width of 11-unit letters
  }
}

void draw_row(Svg& svg, const Scale& x, double top, const AreaRow& row, const std::vector<std::size_t>& lanes) {
  const double middle = top + kLane * static_cast<double>(lanes.size()) / 2;
  const bool has_room = lanes.size() > 1 && !row.note.empty();
  svg.text({kLeft - 14, middle + (has_room ? -2 : 4)}, shortened(row.name, kLongestName), Anchor::kEnd,
           row.name == "mean" ? "ink strong" : "ink");
  if (has_room) svg.text({kLeft - 14, middle + 13}, row.note, Anchor::kEnd, "muted small");
  double y = top + kLane / 2;
  for (const std::size_t series : lanes) {
    const Estimate& area = row.areas[series];
    if (has_value(area)) {
      if (!std::isnan(area.interval.low)) {
        svg.line({x(area.interval.low), y}, {x(area.interval.high), y}, fmt::format("c{} thick", series));
      }
      svg.mark({x(area.value), y}, series);
      svg.text({kWidth - kRight + 14, y + 4}, ratio(area.value), Anchor::kStart, fmt::format("c{} small", series));
    }
    y += kLane;
  }
}

}  // namespace

std::string plot_areas(const Report& report, const Breakdown& breakdown) {
  const std::vector<AreaRow> rows = rows_of(report, breakdown);
  if (rows.empty()) return {};
  const std::vector<std::size_t> lanes = lanes_of(rows);
  const double row_height = kLane * static_cast<double>(lanes.size()) + kRowPad;
  const double bottom = kTop + row_height * static_cast<double>(rows.size());
  const std::string title = fmt::format("AUC by {}", breakdown.name);
  Svg svg(kWidth, bottom + kBottom, title,
          fmt::format("The area under the ROC curve for each {}, by contrast, with 95 % intervals.", breakdown.name));
  svg.text({kLeft, 30}, title, Anchor::kStart, "ink head");
  svg.text({kLeft, 50}, "how well the score ranks the first side above the second", Anchor::kStart, "muted");
  draw_legend(svg, lanes);
  const Scale x = scale_of(rows);
  draw_axis(svg, x, bottom);
  double top = kTop + kRowPad / 2;
  for (const AreaRow& row : rows) {
    if (&row != &rows.front()) {
      svg.line({kLeft, top - kRowPad / 2}, {kWidth - kRight, top - kRowPad / 2}, "grid");
    }
    draw_row(svg, x, top, row, lanes);
    top += row_height;
  }
  return svg.take();
}

}  // namespace calque::evaluate
