// Medians and the spread around them, which a few odd values from a shared machine hardly change.
#pragma once

#include <span>
#include <vector>

namespace calque::bench {

// 0 for no values. For an even number of values, the mean of the two in the middle.
double median(std::vector<double> values);

// The median absolute deviation times 1.4826. For normally distributed values this is the standard deviation, but one
// odd value in four does not move it. 0 for fewer than two values.
double spread(std::span<const double> values);

// The least value such that at least `share` of all values are no greater. `sorted` is ascending and not empty.
double percentile(std::span<const double> sorted, double share);

// The change from one median to another.
struct Change {
  double ratio = 1;      // new to old
  double noise = 0;      // the change of the ratio that the spreads alone can cause
  bool is_real = false;  // the change exceeds the noise
};

// The noise is three times the combined spread of both, relative to the medians, but at least kLeastNoise: two runs of
// one program differ by that much because of where its code and data lie in memory.
inline constexpr double kLeastNoise = 0.02;
Change compare(std::span<const double> before, std::span<const double> after);

}  // namespace calque::bench
