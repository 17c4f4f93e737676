#include "evaluate/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace calque::evaluate {
namespace {

constexpr std::uint32_t kSeed = 20261124;
constexpr double kLow = 0.025, kHigh = 0.975;

// std::uniform_int_distribution differs from library to library.
std::uint32_t below(std::mt19937& random, std::size_t bound) {
  return static_cast<std::uint32_t>((std::uint64_t{random()} * bound) >> 32);
}

double percentile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto under = static_cast<std::size_t>(place);
  const std::size_t over = std::min(under + 1, sorted.size() - 1);
  return std::lerp(sorted[under], sorted[over], place - static_cast<double>(under));
}

}  // namespace

Interval percentile_interval(std::vector<double> values) {
  if (values.empty()) return {};
  std::ranges::sort(values);
  return {percentile(values, kLow), percentile(values, kHigh)};
}

Bootstrap::Bootstrap(std::span<const std::uint32_t> stratum_of_cluster, std::size_t resamples)
    : clusters_(stratum_of_cluster.size()), resamples_(resamples) {
  if (clusters_ > 0) strata_.resize(*std::ranges::max_element(stratum_of_cluster) + std::size_t{1});
  for (std::uint32_t cluster = 0; cluster < clusters_; ++cluster) {
    strata_[stratum_of_cluster[cluster]].push_back(cluster);
  }
}

std::vector<Estimate> Bootstrap::operator()(const std::function<std::vector<double>(Weights)>& figures) const {
  const std::vector<double> values = figures({});
  std::vector<std::vector<double>> drawn(values.size());
  std::vector<std::uint32_t> weights(clusters_);
  std::mt19937 random(kSeed);
  for (std::size_t resample = 0; resample < resamples_ && clusters_ > 0; ++resample) {
    std::ranges::fill(weights, 0U);
    for (const std::vector<std::uint32_t>& stratum : strata_) {
      for (std::size_t i = 0; i < stratum.size(); ++i) ++weights[stratum[below(random, stratum.size())]];
    }
    const std::vector<double> figure = figures(weights);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      if (!std::isnan(figure[i])) drawn[i].push_back(figure[i]);
    }
  }
  std::vector<Estimate> estimates;
  for (std::size_t i = 0; i < values.size(); ++i) {
    estimates.push_back({values[i], percentile_interval(std::move(drawn[i]))});
  }
  return estimates;
}

}  // namespace calque::evaluate
