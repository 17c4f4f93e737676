#include "evaluate/format.h"

#include <fmt/format.h>

#include <cmath>

namespace calque::evaluate {

std::string ratio(double value) { return std::isnan(value) ? "-" : fmt::format("{:.3f}", value); }

std::string ratio(const Estimate& estimate) {
  if (std::isnan(estimate.value) || std::isnan(estimate.interval.low)) return ratio(estimate.value);
  return fmt::format("{:.3f} [{:.3f}, {:.3f}]", estimate.value, estimate.interval.low, estimate.interval.high);
}

std::string percent(double share) { return std::isnan(share) ? "-" : fmt::format("{:.1f} %", 100 * share); }

std::string percent(double share, const Interval& interval) {
  if (std::isnan(share) || std::isnan(interval.low)) return percent(share);
  return fmt::format("{:.1f} % [{:.1f}, {:.1f}]", 100 * share, 100 * interval.low, 100 * interval.high);
}

}  // namespace calque::evaluate
