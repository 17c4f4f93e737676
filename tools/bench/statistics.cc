#include "bench/statistics.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace calque::bench {
namespace {

constexpr double kToDeviation = 1.4826;  // 1 / the 0.75 quantile of the standard normal distribution
constexpr double kSpreadsOfNoise = 3;

double relative_spread(std::span<const double> values, double middle) { return spread(values) / std::abs(middle); }

}  // namespace

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

double spread(std::span<const double> values) {
  if (values.size() < 2) return 0;
  const double middle = median({values.begin(), values.end()});
  std::vector<double> distances;
  distances.reserve(values.size());
  for (const double value : values) distances.push_back(std::abs(value - middle));
  return kToDeviation * median(std::move(distances));
}

double percentile(std::span<const double> sorted, double share) {
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
  return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
}

Change compare(std::span<const double> before, std::span<const double> after) {
  const double old_median = median({before.begin(), before.end()});
  const double new_median = median({after.begin(), after.end()});
  Change change;
  if (old_median == 0 || new_median == 0) return change.is_real = old_median != new_median, change;
  change.ratio = new_median / old_median;
  change.noise = std::max(kLeastNoise, kSpreadsOfNoise * std::hypot(relative_spread(before, old_median),
                                                                    relative_spread(after, new_median)));
  change.is_real = std::abs(change.ratio - 1) > change.noise;
  return change;
}

}  // namespace calque::bench
