// Features -> probability and quality: what was learned of whole articles, from the pack's section "verdict.json".
#pragma once

#include <Eigen/Core>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "calque/error.h"
#include "calque/verdict.h"
#include "model/pack.h"

namespace calque {

// False-positive rates, descending, and the probabilities that keep to them, ascending.
using FalsePositives = std::vector<std::pair<double, double>>;

// The probability of the nearest rate that is not above `max_fpr`, without interpolation; 1 where there is none. Never
// under one half.
double threshold_for(const FalsePositives& false_positives, double max_fpr);

// The share of personal words from which on evidence for a machine begins to fade, that from which on it fades no
// further, and the part of it that is left then: enough to rank such texts by, not to accuse one.
struct Register {
  double news = 0;
  double other = 0;
  double rest = 0;

  double fade(double log_odds, double personal_words) const;
};

struct Quality {
  double value = 0;
  Interval interval;  // where 9 in 10 articles lie to which people give this quality
};

// The calibrated weight of the evidence.
struct Weighed {
  double log_odds = 0;        // of machine translation, where it is as usual as people's writing
  double original_share = 0;  // of people's part, what goes to text written in English

  // With machine translation as usual as `prior` says (over 0 and under 1).
  Posterior posterior(double prior) const;
};

// Softmax regression over standardised features, then Platt scaling of the machine's log-odds (Platt 1999). The classes
// are written in English, translated by a person, and translated by a rule-based, a statistical or a neural engine:
// engines differ more from each other than from people, so one weight vector for all of them would fit none. Immutable.
//
// All of this was learned from news. The further a text's register is from it, by the share of personal words, the less
// evidence for a machine counts: a review is not translated for sounding unlike a newspaper.
class ArticleModel {
 public:
  // Fails when the section is missing or damaged, or was trained on other features than article_features() makes.
  static Expected<ArticleModel> load(const Pack& pack, std::span<const std::string> heads);

  // `personal_words` is personal_word_share() of the text.
  Weighed weigh(std::span<const double> features, double personal_words) const;
  // 0 to 100: 100 times the sigmoid of an index that people's ratings were regressed on, so that rule-based output lies
  // near 10 and English originals near 90. It falls with the evidence for a weak engine, with unusual pairs of words
  // and with each artifact. Nothing when the pack has no such model.
  std::optional<Quality> quality(std::span<const double> features) const;
  // The least probability for which at most `max_fpr` of the English originals set aside in training lie at or above
  // it, and at most four times as many people's translations. Never under one half.
  double threshold(double max_fpr) const { return threshold_for(false_positives_, max_fpr); }

  // The feature's mean over the articles of the training.
  double usual(std::size_t feature) const { return center_[static_cast<Eigen::Index>(feature)]; }

  const std::string& version() const { return version_; }
  std::uint32_t min_words() const { return min_words_; }

 private:
  friend class ArticleModelReader;

  // Each feature's distance from the mean in standard deviations, at most kClip: no single odd feature decides.
  Eigen::VectorXd standardised(std::span<const double> features) const;

  std::string version_;
  Eigen::VectorXd center_;
  Eigen::VectorXd scale_;
  Eigen::MatrixXd weights_;  // classes x features
  Eigen::VectorXd bias_;
  double slope_ = 1;
  double offset_ = 0;
  Register register_;
  FalsePositives false_positives_;
  std::optional<Eigen::VectorXd> quality_weights_;
  double quality_bias_ = 0;
  double quality_deviation_ = 0;  // of people's ratings around the index
  std::uint32_t min_words_ = 0;
};

inline constexpr double kClip = 4;

}  // namespace calque
