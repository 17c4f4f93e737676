// Figures that a shared machine cannot easily lead astray: medians, and the spread around them.
#pragma once

#include <span>
#include <vector>

namespace calque::bench {

// 0 for no values. Of an even number, the mean of the two in the middle.
double median(std::vector<double> values);

// The median absolute deviation times 1.4826: the standard deviation, if the values were drawn from a normal
// distribution, but one odd value in four does not move it. 0 for fewer than two values.
double spread(std::span<const double> values);

// The least value that at least `share` of all reach or stay under. `sorted` is ascending and not empty.
double percentile(std::span<const double> sorted, double share);

// Two medians against each other.
struct Change {
  double ratio = 1;      // new to old
  double noise = 0;      // the change of the ratio that the spreads alone can bring about
  bool is_real = false;  // it is more than the noise
};

// The noise is three times the spreads of both together, relative to their medians, but at least kLeastNoise: two runs
// of one program differ by as much through where its code and data happen to lie.
inline constexpr double kLeastNoise = 0.02;
Change compare(std::span<const double> before, std::span<const double> after);

}  // namespace calque::bench
