// Estimates the machine-translated share of a feed, also from few articles.
#pragma once

#include <cstdint>
#include <span>

namespace calque::feeds {

// The counts of one feed: k articles labelled machine among n scored.
struct Counts {
  std::uint64_t machine = 0;
  std::uint64_t scored = 0;
};

// The distribution of the feeds' shares: a beta distribution.
struct Prior {
  double alpha = 0.5;
  double beta = 0.5;

  double mean() const { return alpha / (alpha + beta); }
  double strength() const { return alpha + beta; }  // in articles
};

// The prior of the beta-binomial model, from the feeds themselves (empirical Bayes), by the moments of Kleinman (1973,
// "Proportions with extraneous variance", JASA 68). With N = sum n, K feeds with n > 0 and the pooled share
// m = (sum k + 1/2) / (N + 1):
//
//   S   = sum n (k/n - m)^2
//   rho = (S / (m (1 - m)) - (K - 1)) / (N - sum n^2 / N - (K - 1))
//   alpha + beta = (1 - rho) / rho,  at least 1 and at most N;  alpha = m (alpha + beta)
//
// rho is the correlation between two articles of one feed: 0 when all feeds have the same share, 1 when each is wholly
// machine-translated or not at all. If no feed has two articles, or there is only one feed, rho is undefined and the
// prior is Jeffreys', alpha = beta = 1/2.
Prior fit_prior(std::span<const Counts> feeds);

struct Share {
  double mean = 0;  // (alpha + k) / (alpha + beta + n): close to the other feeds' if the feed is small
  double low = 0;   // 95 % of Beta(alpha + k, beta + n - k) are between low and high, 2.5 % on each side
  double high = 1;
};

Share shrunk_share(const Counts& feed, const Prior& prior);

}  // namespace calque::feeds
