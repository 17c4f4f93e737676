// The contrasts within groups of articles.
#pragma once

#include <functional>

#include "evaluate/report.h"

namespace calque::evaluate {

// Adds breakdowns by engine, pair, year, system and length, with empty comparisons, and returns the jobs that fill
// them. `score` and `cases` must outlive the jobs, and `breakdowns` must not move before the jobs are done.
using ContrastScore = std::function<double(const Row&, Contrast)>;
std::vector<std::function<void()>> plan_breakdowns(const std::vector<Case>& cases, const ContrastScore& score,
                                                   std::size_t resamples, std::vector<Breakdown>& breakdowns);

}  // namespace calque::evaluate
