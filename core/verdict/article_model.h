// Features -> probability and quality: the model of whole articles, from the pack's section "verdict.json".
#pragma once

#include <Eigen/Core>
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "calque/error.h"
#include "calque/verdict.h"
#include "model/pack.h"

namespace calque {

// False-positive rates, descending, each with the threshold that achieves it, ascending.
using FalsePositives = std::vector<std::pair<double, double>>;

// The threshold of the highest rate that is at most `max_fpr`, without interpolation; 1 if there is none. Never under
// one half.
double threshold_for(const FalsePositives& false_positives, double max_fpr);

// The rate for people's translations if none is chosen, as a multiple of that for English originals. Translations are
// the hardest to tell from machine output, and a false accusation of their authors is a defect, too.
inline constexpr double kTranslationsPerOriginal = 4;

// The share of personal words at which evidence for a machine begins to fade, the share at which it stops fading, and
// the part of the evidence that is left then: enough to rank such texts, not to accuse one.
struct Register {
  double news = 0;
  double other = 0;
  double rest = 0;

  double fade(double log_odds, double personal_words) const;
};

// What bad English adds to the log-odds of a machine, whatever the other evidence says: the features of doubts,
// weighted, above an offset that few originals reach. Good English subtracts nothing: fluent engines write it, too.
struct DoubtModel {
  Eigen::VectorXd weights;  // by feature; 0 for those of other evidence
  double offset = 0;
  double most = 0;  // that it adds

  double log_odds(std::span<const double> features) const;
};

struct Quality {
  double value = 0;
  Interval interval;  // holds people's ratings of 9 in 10 articles with this value
};

// The calibrated weight of the evidence.
struct Weighed {
  double log_odds = 0;        // of machine translation, if it is as frequent as people's writing
  double original_share = 0;  // of the probability that people wrote it, the part for English originals

  // The posterior if the share of machine translation is `prior` (over 0 and under 1).
  Posterior posterior(double prior) const;
};

// Softmax regression over standardised features, then Platt scaling of the machine's log-odds (Platt 1999). The classes
// are written in English, translated by a person, and translated by a rule-based, a statistical or a neural engine:
// engines differ more from each other than from people, so one weight vector for all of them would fit none. Doubts are
// added to the scaled log-odds, so that fluent heads cannot outvote nonsense. Immutable.
//
// The model learned from news only. The more personal words a text has, the less evidence for a machine counts: a
// review is not a translation because it does not sound like a newspaper.
class ArticleModel {
 public:
  // Fails if the section is missing or damaged, or was trained on other features than those of article_features().
  static Expected<ArticleModel> load(const Pack& pack, std::span<const std::string> heads);

  // `personal_words` is personal_word_share() of the text.
  Weighed weigh(std::span<const double> features, double personal_words) const;
  // 0 to 100: 100 times the sigmoid of an index that was fitted to people's ratings, so that rule-based output is near
  // 10 and English originals near 90. It falls with the evidence for a weak engine, with unusual pairs of words and
  // with each artifact. Nothing if the pack has no such model.
  std::optional<Quality> quality(std::span<const double> features) const;
  // The lowest probability that is reached by at most `max_fpr` of the English originals held out in training, in each
  // source, and by at most `max_translation_fpr` of people's translations. Never under one half.
  double threshold(double max_fpr, double max_translation_fpr) const {
    return std::max(threshold_for(false_positives_, max_fpr),
                    threshold_for(translation_false_positives_, max_translation_fpr));
  }

  // The feature's mean over the training articles.
  double usual(std::size_t feature) const { return center_[static_cast<Eigen::Index>(feature)]; }

  const std::string& version() const { return version_; }
  std::uint32_t min_words() const { return min_words_; }

 private:
  friend class ArticleModelReader;

  // A feature's distance from its mean in standard deviations, clipped to kClip, so that no single odd feature decides.
  double standardised(std::size_t feature, double value) const;

  std::string version_;
  Eigen::VectorXd center_;
  Eigen::VectorXd scale_;
  Eigen::MatrixXd weights_;  // classes x features
  Eigen::VectorXd bias_;
  double slope_ = 1;
  double offset_ = 0;
  DoubtModel doubts_;
  Register register_;
  FalsePositives false_positives_;
  FalsePositives translation_false_positives_;
  std::optional<Eigen::VectorXd> quality_weights_;
  double quality_bias_ = 0;
  double quality_deviation_ = 0;  // of people's ratings around the index
  std::uint32_t min_words_ = 0;
};

inline constexpr double kClip = 4;

}  // namespace calque
