// One function for each picture; an empty string where there is nothing to show.
#pragma once

#include <string>

#include "evaluate/report.h"

namespace calque::evaluate {

// Every contrast's curve in a panel of its own, with what stands beside Calque.
std::string plot_roc(const Report& report);

// The share of machine output by mean probability, and how many articles each bin holds.
std::string plot_calibration(const Report& report);

// The probabilities of each kind, below each other.
std::string plot_histogram(const Report& report);

// Areas with intervals by group: rows of dots.
std::string plot_areas(const Report& report, const Breakdown& breakdown);

}  // namespace calque::evaluate
