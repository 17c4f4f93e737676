// Figures for people to read.
#pragma once

#include <string>

#include "base/grouped.h"
#include "evaluate/bootstrap.h"

namespace calque::evaluate {

std::string ratio(double value);                              // "0.912"; "-" for kNone
std::string ratio(const Estimate& estimate);                  // "0.912 [0.905, 0.918]"
std::string percent(double share);                            // "41.2 %"
std::string percent(double share, const Interval& interval);  // "41.2 % [39.8, 42.7]"
inline std::string percent(const Estimate& estimate) { return percent(estimate.value, estimate.interval); }

}  // namespace calque::evaluate
