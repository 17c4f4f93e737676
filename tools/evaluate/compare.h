// How well a score ranks one sample, with intervals.
#pragma once

#include "evaluate/report.h"
#include "evaluate/sample.h"

namespace calque::evaluate {

Comparison compare(const Sample& sample, const Score& score, std::size_t resamples);

// The same, with the mean over the pairs and the curve. The caller sets `name` and `direction`.
ScoreReport compare_in_full(const Sample& sample, Contrast contrast, const Score& score, std::size_t resamples);

// The curve without points that are within a hundredth of the previous one.
std::vector<RocPoint> thinned(const std::vector<RocPoint>& points);

}  // namespace calque::evaluate
