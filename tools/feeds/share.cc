#include "feeds/share.h"

#include <algorithm>
#include <cmath>
#include <unsupported/Eigen/SpecialFunctions>

namespace calque::feeds {
namespace {

constexpr double kTail = 0.025;
constexpr int kHalvings = 40;  // of the unit interval, down to 1e-12

double to_double(std::uint64_t count) { return static_cast<double>(count); }

// The regularised incomplete beta function.
double beta_cdf(double x, double alpha, double beta) {
  using Value = Eigen::Array<double, 1, 1>;
  return Eigen::betainc(Value(alpha), Value(beta), Value(x))(0);
}

double beta_quantile(double probability, double alpha, double beta) {
  double low = 0;
  double high = 1;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (low + high) / 2;
    (beta_cdf(middle, alpha, beta) < probability ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace

Prior fit_prior(std::span<const Counts> feeds) {
  double total = 0;
  double machine = 0;
  double squares = 0;
  double count = 0;
  for (const Counts& feed : feeds) {
    const double n = to_double(feed.scored);
    total += n;
    machine += to_double(feed.machine);
    squares += n * n;
    count += n > 0 ? 1 : 0;
  }
  const double mean = (machine + 0.5) / (total + 1);
  const double freedom = total > 0 ? total - squares / total - (count - 1) : 0;
  if (count < 2 || total <= count || freedom <= 0) return {};
  double spread = 0;
  for (const Counts& feed : feeds) {
    if (feed.scored == 0) continue;
    const double n = to_double(feed.scored);
    spread += n * std::pow(to_double(feed.machine) / n - mean, 2);
  }
  const double rho = (spread / (mean * (1 - mean)) - (count - 1)) / freedom;
  const double strength = rho > 0 ? std::clamp((1 - rho) / rho, 1.0, total) : total;
  return {mean * strength, (1 - mean) * strength};
}

Share shrunk_share(const Counts& feed, const Prior& prior) {
  const double alpha = prior.alpha + to_double(feed.machine);
  const double beta = prior.beta + to_double(feed.scored - feed.machine);
  return {alpha / (alpha + beta), beta_quantile(kTail, alpha, beta), beta_quantile(1 - kTail, alpha, beta)};
}

}  // namespace calque::feeds
