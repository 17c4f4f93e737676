// Features -> probability and quality: what was learned of whole articles, from the pack's section "verdict.json".
#pragma once

#include <Eigen/Core>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calque/error.h"
#include "calque/verdict.h"
#include "model/pack.h"

namespace calque {

// Softmax regression over standardised features, then Platt scaling of P(machine)'s log-odds (Platt 1999). The classes
// are written in English, translated by a person, translated by a machine. Immutable.
//
// All of this was learned from news. The further a text's register is from it, by the share of personal words, the less
// the log-odds count, down to nothing: a review is not translated for sounding unlike a newspaper.
class ArticleModel {
 public:
  // Fails when the section is missing or damaged, or was trained on other features than article_features() makes.
  static Expected<ArticleModel> load(const Pack& pack, std::span<const std::string> heads);

  // Who wrote it, calibrated in P(machine). `personal_words` is personal_word_share() of the text.
  Posterior posterior(std::span<const double> features, double personal_words) const;
  // 0 to 100: how far the text is from what weak engines (rule-based, statistical, round trips) write, as 100 times the
  // probability that a person wrote it, were those the only two. Nothing when the pack has no such model.
  std::optional<double> quality(std::span<const double> features) const;
  // The least probability for which at most `max_fpr` of the English originals set aside in training lie at or above
  // it. Never under one half.
  double threshold(double max_fpr) const;

  const std::string& version() const { return version_; }
  std::uint32_t min_words() const { return min_words_; }
  double min_function_word_share() const { return min_function_word_share_; }

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
  double news_register_ = 0;        // up to this share of personal words the log-odds count in full,
  double other_register_ = 0;       // and from this share on not at all
  std::vector<double> rates_;       // false-positive rates, descending
  std::vector<double> thresholds_;  // and the probabilities that keep to them, ascending
  std::optional<Eigen::VectorXd> quality_weights_;
  double quality_bias_ = 0;
  std::uint32_t min_words_ = 0;
  double min_function_word_share_ = 0;
};

inline constexpr double kClip = 4;

}  // namespace calque
