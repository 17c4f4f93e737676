#include "evaluate/plots.h"

#include "evaluate/writers.h"

namespace calque::evaluate {

std::vector<Plot> to_plots(const Report& report) {
  std::vector<Plot> plots = {{"roc.svg", plot_roc(report)},
                             {"calibration.svg", plot_calibration(report)},
                             {"histogram.svg", plot_histogram(report)}};
  for (const Breakdown& breakdown : report.breakdowns) {
    if (breakdown.name != "pair" && breakdown.name != "length") continue;
    plots.push_back({"by_" + breakdown.name + ".svg", plot_areas(report, breakdown)});
  }
  std::erase_if(plots, [](const Plot& plot) { return plot.svg.empty(); });
  return plots;
}

}  // namespace calque::evaluate
