// How well a score ranks one sample, with intervals.
#pragma once

#include "evaluate/report.h"
#include "evaluate/sample.h"

namespace calque::evaluate {

Comparison compare(const Sample& sample, const Score& score, std::size_t resamples);

// The same with the mean over the pairs and the curve. `name` and `direction` are left to the caller.
ScoreReport compare_in_full(const Sample& sample, Contrast contrast, const Score& score, std::size_t resamples);

// The curve without points that lie within a hundredth of the one before.
std::vector<RocPoint> thinned(const std::vector<RocPoint>& points);

}  // namespace calque::evaluate
