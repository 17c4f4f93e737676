// Shares of feeds: the share of a small feed moves towards that of the other feeds, that of a large feed does not.
#include "feeds/share.h"

#include <cmath>
#include <random>
#include <vector>

#include "support/catch.h"

using namespace calque::feeds;

namespace {

double draw_beta(double alpha, double beta, std::mt19937& random) {
  const double a = std::gamma_distribution<>(alpha)(random);
  return a / (a + std::gamma_distribution<>(beta)(random));
}

std::vector<Counts> draw_feeds(const Prior& prior, unsigned count, std::mt19937& random, std::vector<double>& shares) {
  std::vector<Counts> feeds;
  for (unsigned i = 0; i < count; ++i) {
    shares.push_back(draw_beta(prior.alpha, prior.beta, random));
    const unsigned scored = 1 + random() % 60;
    feeds.push_back({std::binomial_distribution<unsigned>(scored, shares.back())(random), scored});
  }
  return feeds;
}

bool is_near(double value, double expected, double off) { return std::abs(value - expected) <= off; }

}  // namespace

TEST_CASE("The interval is that of the beta distribution") {
  const Share none = shrunk_share({0, 10}, {});  // Beta(1/2, 10 1/2), by R's qbeta
  CHECK(is_near(none.mean, 0.5 / 11, 1e-9));
  CHECK(is_near(none.low, 4.789043e-05, 1e-7));
  CHECK(is_near(none.high, 0.217196, 1e-5));
  const Share half = shrunk_share({50, 100}, {1, 1});  // Beta(51, 51)
  CHECK(is_near(half.mean, 0.5, 1e-9));
  CHECK(is_near(half.low + half.high, 1, 1e-9));
  CHECK(is_near(half.low, 0.403643, 1e-5));
  const Share many = shrunk_share({300'000, 1'000'000}, {0.5, 0.5});
  CHECK(is_near(many.low, 0.299102, 1e-5));
  CHECK(is_near(many.high, 0.300899, 1e-5));
}

TEST_CASE("The fit finds the prior that feeds were drawn from") {
  std::mt19937 random(1);
  for (const Prior& prior : {Prior{0.5, 2}, Prior{3, 3}, Prior{1, 20}}) {
    std::vector<double> shares;
    const Prior fitted = fit_prior(draw_feeds(prior, 4000, random, shares));
    CHECK(is_near(fitted.mean(), prior.mean(), 0.02));
    CHECK(fitted.strength() > 0.8 * prior.strength());
    CHECK(fitted.strength() < 1.25 * prior.strength());
  }
}

TEST_CASE("The interval contains the true share about nineteen times in twenty") {
  std::mt19937 random(2);
  for (const Prior& prior : {Prior{0.5, 2}, Prior{3, 3}, Prior{1, 20}}) {
    std::vector<double> shares;
    const std::vector<Counts> feeds = draw_feeds(prior, 2000, random, shares);
    const Prior fitted = fit_prior(feeds);
    unsigned inside = 0;
    for (std::size_t i = 0; i < feeds.size(); ++i) {
      const Share share = shrunk_share(feeds[i], fitted);
      inside += share.low <= shares[i] && shares[i] <= share.high ? 1 : 0;
    }
    CHECK(inside > 1860);
    CHECK(inside < 1940);
  }
}

TEST_CASE("A small feed is closer to the others than a large feed with the same share") {
  const std::vector<Counts> feeds = {{5, 100}, {8, 100}, {20, 100}, {2, 2}, {200, 200}};
  const Prior prior = fit_prior(feeds);
  const Share small = shrunk_share({2, 2}, prior);
  const Share large = shrunk_share({200, 200}, prior);
  CHECK(small.mean < large.mean);
  CHECK(small.low < large.low);
  CHECK(large.mean > 0.98);
}

TEST_CASE("Feeds with the same share move together, but the prior never has more weight than all articles") {
  std::vector<Counts> feeds(50, Counts{10, 100});
  const Prior prior = fit_prior(feeds);
  CHECK(is_near(prior.strength(), 5000, 1e-6));
  CHECK(is_near(shrunk_share({0, 3}, prior).mean, 0.1, 0.01));
  const std::vector<Counts> few(3, Counts{1, 2});
  CHECK(fit_prior(few).strength() <= 6);
}

TEST_CASE("If feeds do not show how their shares vary, the prior is Jeffreys'") {
  for (const std::vector<Counts>& feeds :
       {std::vector<Counts>{}, {{3, 10}}, {{0, 1}, {1, 1}, {0, 1}}, {{0, 0}, {0, 0}}}) {
    CHECK(fit_prior(feeds).alpha == 0.5);
    CHECK(fit_prior(feeds).beta == 0.5);
  }
}

TEST_CASE("No share is ever certain") {
  const std::vector<Counts> none(20, Counts{0, 50});
  const std::vector<Counts> all(20, Counts{50, 50});
  CHECK(shrunk_share({0, 50}, fit_prior(none)).mean > 0);
  CHECK(shrunk_share({50, 50}, fit_prior(all)).high < 1);
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    std::vector<Counts> feeds(random() % 6);
    for (Counts& feed : feeds) {
      feed.scored = random() % 4 == 0 ? 0 : random() % 30;
      feed.machine = feed.scored == 0 ? 0 : random() % (feed.scored + 1);
    }
    const Prior prior = fit_prior(feeds);
    for (const Counts& feed : feeds) {
      const Share share = shrunk_share(feed, prior);
      REQUIRE(0 <= share.low);
      REQUIRE(share.low <= share.mean);
      REQUIRE(share.mean <= share.high);
      REQUIRE(share.high <= 1);
    }
  }
}
