// The article model: features by cross-fitted heads, the three-way model, its calibration and thresholds.
#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

#include "lab/train/samples.h"
#include "lab/train/softmax_regression.h"
#include "verdict/article_model.h"

namespace calque::train {

// One row per sample. The features of a sample come from heads that never saw its fold.
struct FeatureTable {
  std::vector<std::string> names;
  Eigen::MatrixXd rows;
  std::vector<const TrainingArticle*> sources;
  std::vector<double> personal_words;  // personal_word_share() of each
};

// Weights that sum to 1: 30 % for English originals, 25 % for people's translations, 15, 10 and 20 % for rule-based,
// statistical and neural engines. Inside a class, a cell's weight grows with the square root of its size.
Eigen::VectorXd balance_rows(const FeatureTable& table);

// Shorter articles get no verdict. CARD.md says why.
inline constexpr std::uint32_t kMinWords = 60;
// The shares of personal words between which evidence for a machine fades (ArticleModel), and the rest that is left. At
// least 95 % of news articles are below the first. core/README.md says why these.
inline constexpr Register kRegister = {0.02, 0.06, 0.2};

// An index of quality, linear in standardised features.
struct QualityModel {
  Eigen::VectorXd weights;
  double bias = 0;
  double deviation = 0;  // standard deviation of articles' mean ratings around the index
};

struct ArticleTraining {
  Standardisation standardisation;
  SoftmaxModel model;
  DoubtModel doubts;
  QualityModel quality;
  Platt platt;
  Eigen::VectorXd held_out;  // probability of each sample by a model that never saw its fold
  FalsePositives false_positives;
  FalsePositives translation_false_positives;
};

// `ratings` has each row's mean rating by people in standard deviations (z), NaN if nobody rated it.
ArticleTraining train_article_model(const FeatureTable& table, const std::vector<double>& ratings);

// The section "verdict.json".
std::string verdict_json(const FeatureTable& table, const ArticleTraining& training, const std::string& version);

}  // namespace calque::train
