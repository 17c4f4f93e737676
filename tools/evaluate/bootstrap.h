// Intervals by resampling whole clusters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "evaluate/statistics.h"

namespace calque::evaluate {

// A figure with its 95 % interval.
struct Estimate {
  double value = kNone;
  Interval interval;
};

// Draws clusters with replacement, as many from each stratum as it has, because the number of documents of each sort
// was chosen and is not random. The draws depend only on the strata, so they are the same on every machine and thread.
class Bootstrap {
 public:
  Bootstrap(std::span<const std::uint32_t> stratum_of_cluster, std::size_t resamples);

  // `figures` computes several figures at once for given weights; those of the empty weights are the estimates. The
  // intervals are percentile intervals over the resamples in which a figure could be computed.
  std::vector<Estimate> operator()(const std::function<std::vector<double>(Weights)>& figures) const;

 private:
  std::vector<std::vector<std::uint32_t>> strata_;  // the clusters of each
  std::size_t clusters_;
  std::size_t resamples_;
};

// The 95 % percentile interval of `values`, with linear interpolation; kNone ends without any.
Interval percentile_interval(std::vector<double> values);

}  // namespace calque::evaluate
