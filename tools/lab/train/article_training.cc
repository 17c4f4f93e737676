#include "lab/train/article_training.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "lab/train/feature_table.h"
#include "lab/train/json_string.h"
#include "verdict/features.h"

namespace calque::train {
namespace {

// The article model's classes in their order: written in English, translated by a person, then the engines.
enum Class : int { kWritten, kTranslated, kRuleBased, kStatistical, kNeural };
// The share of each class in training.
constexpr std::array<double, 5> kClassShares = {0.3, 0.25, 0.15, 0.1, 0.2};
constexpr std::array<const char*, 5> kClassNames = {"original", "translation", "rule_based", "statistical", "neural"};
// The shares in calibration: half is machine output, and half of the rest was written in English.
constexpr std::array<double, 5> kCalibrationShares = {0.25, 0.25, 1.0 / 6, 1.0 / 6, 1.0 / 6};
constexpr double kL2 = 1e-2;
// Round trips start from English, so the model is not meant for them. They show it what rule-based engines do.
constexpr double kRoundTripWeight = 0.3;

int class_of(const TrainingArticle& article) {
  if (article.kind != ArticleKind::kMachine) return article.kind == ArticleKind::kOriginal ? kWritten : kTranslated;
  return article.engine == "nmt" ? kNeural : article.engine == "smt" ? kStatistical : kRuleBased;
}

struct Rows {
  Eigen::MatrixXd features;
  std::vector<int> classes;
  Eigen::VectorXd weights;
};

template <class Wanted>
Rows select(const FeatureTable& table, const Eigen::VectorXd& weights, Wanted&& wanted) {
  std::vector<Eigen::Index> chosen;
  for (std::size_t i = 0; i < table.sources.size(); ++i) {
    if (wanted(*table.sources[i])) chosen.push_back(static_cast<Eigen::Index>(i));
  }
  Rows rows{table.rows(chosen, Eigen::all), {}, weights(chosen)};
  rows.weights /= rows.weights.sum();
  for (const Eigen::Index i : chosen) rows.classes.push_back(class_of(*table.sources[static_cast<std::size_t>(i)]));
  return rows;
}

struct Fit {
  Standardisation standardisation;
  SoftmaxModel model;
};

Fit fit(const Rows& rows) {
  Fit result;
  result.standardisation = standardise(rows.features, rows.weights);
  result.model = fit_softmax(result.standardisation.apply(rows.features), rows.classes,
                             static_cast<int>(kClassShares.size()), rows.weights, kL2);
  return result;
}

// The log-odds of every row by a model fitted on the other folds.
Eigen::VectorXd cross_fit(const FeatureTable& table, const Eigen::VectorXd& weights) {
  Eigen::VectorXd log_odds(table.rows.rows());
  for (int fold = 0; fold < kFolds; ++fold) {
    const Fit fitted =
        fit(select(table, weights, [&](const TrainingArticle& article) { return article.fold != fold; }));
    const Eigen::VectorXd all = machine_log_odds(fitted.model.logits(fitted.standardisation.apply(table.rows)));
    for (std::size_t i = 0; i < table.sources.size(); ++i) {
      const auto row = static_cast<Eigen::Index>(i);
      if (table.sources[i]->fold == fold) log_odds[row] = all[row];
    }
  }
  return log_odds;
}

using Weighted = std::pair<double, double>;  // probability, weight

// The least probability that no more than this share of the weight reaches. `samples` are sorted, the highest first.
double threshold_for(const std::vector<Weighted>& samples, double rate) {
  double total = 0;
  for (const auto& [probability, weight] : samples) total += weight;
  double above = 0;
  double threshold = 1;
  for (const auto& [probability, weight] : samples) {
    above += weight;
    if (above > rate * total) break;
    threshold = probability;
  }
  return threshold;
}

// Whether a source has enough articles to find the threshold of a rate: at least two may be above it. The parts of one
// article are alike: a text on new chemical elements has unknown words in all of them.
bool can_tell(std::size_t articles, double rate) {
  constexpr std::size_t kMinArticles = 250;
  return articles >= kMinArticles && static_cast<double>(articles) * rate >= 2;
}

constexpr std::array<double, 14> kRates = {0.5,  0.2,   0.1,   0.05,  0.03,  0.02,  0.015,
                                           0.01, 0.007, 0.005, 0.003, 0.002, 0.001, 0.0005};

// Held-out probabilities of rows by people, with their weights.
struct Rates {
  struct Source {
    std::vector<Weighted> samples;
    std::set<std::string> articles;
  };
  std::vector<Weighted> all;
  std::map<std::string, Source> sources;

  void add(const std::string& source, const std::string& article, const Weighted& sample) {
    all.push_back(sample);
    sources[source].samples.push_back(sample);
    sources[source].articles.insert(article);
  }

  // A rate must hold for all rows together, and for each source that has enough of them. A feed is not a mixture of
  // sources, and each owner of a feed gets the same promise.
  FalsePositives table(double times) {
    std::ranges::sort(all, std::greater{});
    for (auto& [name, source] : sources) std::ranges::sort(source.samples, std::greater{});
    FalsePositives result;
    for (const double base : kRates) {
      const double rate = times * base;
      if (rate > 1) continue;
      double threshold = threshold_for(all, rate);
      for (const auto& [name, source] : sources) {
        if (can_tell(source.articles.size(), rate))
          threshold = std::max(threshold, threshold_for(source.samples, rate));
      }
      if (!result.empty()) threshold = std::max(threshold, result.back().second);
      result.emplace_back(rate, threshold);
    }
    return result;
  }
};

void find_thresholds(const FeatureTable& table, const Eigen::VectorXd& weights, ArticleTraining& training) {
  Rates originals, translations;
  for (std::size_t i = 0; i < table.sources.size(); ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    const TrainingArticle& article = *table.sources[i];
    const Weighted sample(training.held_out[row], weights[row]);
    if (article.kind == ArticleKind::kOriginal) originals.add(article.cell, article.id, sample);
    if (article.kind == ArticleKind::kTranslation) translations.add("all", article.id, sample);
  }
  training.false_positives = originals.table(1);
  training.translation_false_positives = translations.table(kTranslationsPerOriginal);
}

std::string json(const Eigen::VectorXd& values) {
  std::string out;
  for (const double value : values) out += fmt::format("{}{:.9g}", out.empty() ? "[" : ",", value);
  return out + "]";
}

std::string json(const FalsePositives& table) {
  std::string out;
  for (const auto& [rate, threshold] : table) {
    out += fmt::format("{}[{:.9g},{:.9g}]", out.empty() ? "[" : ",", rate, threshold);
  }
  return out + "]";
}

// Assumed ratings of classes that nobody rated. They set the ends of the scale, and the ratings the values between. The
// ratings have a mean of 0 and a spread between systems of about 0.2.
constexpr std::array<double, 5> kUnratedZ = {0.6, 0.3, -1.2, -0.6, 0};
// A quality of 90 for English originals and 10 for rule-based output.
const double kNinety = std::log(9.0);

// The measures that lower the quality, each a column of weights on the standardised features: the odds of a statistical
// engine against a person, since engines still differ in what statistical engines did badly; unusual pairs of words;
// and each artifact.
Eigen::MatrixXd flaws_of(const std::vector<std::string>& features, const SoftmaxModel& model) {
  std::vector<Eigen::VectorXd> flaws = {(model.weights.row(kStatistical) - model.weights.row(kTranslated)).transpose()};
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (features[i].starts_with("head.")) continue;
    const auto size = static_cast<Eigen::Index>(features.size());
    flaws.push_back(Eigen::VectorXd::Unit(size, static_cast<Eigen::Index>(i)));
  }
  Eigen::MatrixXd columns(flaws.front().size(), static_cast<Eigen::Index>(flaws.size()));
  for (std::size_t i = 0; i < flaws.size(); ++i) columns.col(static_cast<Eigen::Index>(i)) = flaws[i];
  return columns;
}

// Least squares with weights of 0 or less, by coordinate descent (Franc, Hlavac and Navara 2005).
QualityModel fit_non_positive(const Eigen::MatrixXd& rows, const Eigen::VectorXd& targets,
                              const Eigen::VectorXd& weights) {
  QualityModel model{Eigen::VectorXd::Zero(rows.cols()), targets.dot(weights) / weights.sum(), 0};
  Eigen::VectorXd residual = targets.array() - model.bias;
  for (int pass = 0; pass < 200; ++pass) {
    const double shift = residual.dot(weights) / weights.sum();
    model.bias += shift;
    residual.array() -= shift;
    for (Eigen::Index column = 0; column < rows.cols(); ++column) {
      const Eigen::VectorXd weighted = rows.col(column).cwiseProduct(weights);
      const double square = weighted.dot(rows.col(column)) + kL2;
      const double next = std::min(0.0, model.weights[column] + weighted.dot(residual) / square);
      residual -= (next - model.weights[column]) * rows.col(column);
      model.weights[column] = next;
    }
  }
  return model;
}

double class_mean(const FeatureTable& table, const Eigen::VectorXd& weights, const Eigen::VectorXd& values, Class of) {
  double sum = 0;
  double total = 0;
  for (Eigen::Index i = 0; i < values.size(); ++i) {
    if (class_of(*table.sources[static_cast<std::size_t>(i)]) != of) continue;
    sum += weights[i] * values[i];
    total += weights[i];
  }
  return sum / total;
}

// Scales the index so that the mean quality is 90 for English originals and 10 for rule-based output.
void stretch(QualityModel& model, double original, double rule_based) {
  const double slope = 2 * kNinety / (original - rule_based);
  model.bias = (model.bias - (original + rule_based) / 2) * slope;
  model.weights *= slope;
  model.deviation *= slope;
}

// Each rating minus the mean of its language pair, since quality must not depend on how hard a pair's articles were.
std::vector<double> centered(const FeatureTable& table, std::vector<double> ratings) {
  std::map<std::string, Eigen::Vector2d> pairs;  // sum and count
  for (std::size_t i = 0; i < ratings.size(); ++i) {
    if (std::isnan(ratings[i])) continue;
    pairs.try_emplace(table.sources[i]->pair, Eigen::Vector2d::Zero()).first->second += Eigen::Vector2d(ratings[i], 1);
  }
  for (std::size_t i = 0; i < ratings.size(); ++i) {
    if (std::isnan(ratings[i])) continue;
    const Eigen::Vector2d& sums = pairs.at(table.sources[i]->pair);
    ratings[i] -= sums[0] / sums[1];
  }
  return ratings;
}

// The share of the rated articles in the weight; classes that nobody rated have the rest.
constexpr double kRatedWeight = 0.8;

QualityModel fit_quality(const FeatureTable& table, const Eigen::VectorXd& weights, const Fit& article_model,
                         const std::vector<double>& ratings) {
  const Eigen::MatrixXd flaws = flaws_of(table.names, article_model.model);
  const Eigen::MatrixXd rows = article_model.standardisation.apply(table.rows) * flaws;
  Eigen::VectorXd targets(rows.rows());
  Eigen::VectorXd rated = Eigen::VectorXd::Zero(rows.rows());
  Eigen::VectorXd unrated = weights;
  for (Eigen::Index i = 0; i < rows.rows(); ++i) {
    const auto at = static_cast<std::size_t>(i);
    const bool is_rated = !std::isnan(ratings[at]);
    targets[i] = is_rated ? ratings[at] : kUnratedZ[static_cast<std::size_t>(class_of(*table.sources[at]))];
    if (is_rated) rated[i] = 1;
    if (is_rated || class_of(*table.sources[at]) == kNeural) unrated[i] = 0;
  }
  Eigen::VectorXd all = unrated / unrated.sum();
  if (rated.sum() > 0) all = (1 - kRatedWeight) * all + kRatedWeight * rated / rated.sum();
  QualityModel model = fit_non_positive(rows, targets, all);
  const Eigen::VectorXd index = (rows * model.weights).array() + model.bias;
  const Eigen::VectorXd& judged = rated.sum() > 0 ? rated : all;
  model.deviation = std::sqrt((index - targets).cwiseAbs2().dot(judged) / judged.sum());
  stretch(model, class_mean(table, weights, index, kWritten), class_mean(table, weights, index, kRuleBased));
  model.weights = flaws * model.weights;
  return model;
}

// The weights are fixed, not fitted: a fit gives those doubts no weight that the engines of the training do not raise,
// and the next engine raises others. core/README.md says how they were chosen.
DoubtModel doubt_model(const std::vector<std::string>& features) {
  constexpr std::array<double, 5> kWeights = {2.5, -6, 0.8, 0.4, 0};
  constexpr double kOffset = 4;
  constexpr double kMost = 6;  // a menu or a word list has many unknown words, too
  DoubtModel model{Eigen::VectorXd::Zero(static_cast<Eigen::Index>(features.size())), kOffset, kMost};
  for (std::size_t i = 0; i < kWeights.size(); ++i)
    model.weights[model.weights.size() - static_cast<Eigen::Index>(kWeights.size() - i)] = kWeights[i];
  return model;
}

Eigen::VectorXd balance(const FeatureTable& table, const std::array<double, 5>& shares) {
  std::array<std::map<std::string, double>, 5> cells;
  for (const TrainingArticle* const source : table.sources) {
    cells[static_cast<std::size_t>(class_of(*source))][source->cell] += 1;
  }
  Eigen::VectorXd weights(table.rows.rows());
  std::array<double, 5> totals{};
  for (std::size_t i = 0; i < table.sources.size(); ++i) {
    const TrainingArticle& source = *table.sources[i];
    const auto of_class = static_cast<std::size_t>(class_of(source));
    // The square root is a compromise between equal weights for cells and equal weights for rows.
    const double weight = (source.is_round_trip ? kRoundTripWeight : 1) / std::sqrt(cells[of_class][source.cell]);
    weights[static_cast<Eigen::Index>(i)] = weight;
    totals[of_class] += weight;
  }
  for (std::size_t i = 0; i < table.sources.size(); ++i) {
    const auto of_class = static_cast<std::size_t>(class_of(*table.sources[i]));
    weights[static_cast<Eigen::Index>(i)] *= shares[of_class] / totals[of_class];
  }
  return weights;
}

}  // namespace

Eigen::VectorXd balance_rows(const FeatureTable& table) { return balance(table, kClassShares); }

ArticleTraining train_article_model(const FeatureTable& table, const std::vector<double>& ratings) {
  const Eigen::VectorXd weights = balance_rows(table);
  FeatureTable undoubting = table;
  leave_out({std::string(kDoubtPrefix)}, undoubting);
  const Eigen::VectorXd log_odds = cross_fit(undoubting, weights);
  std::vector<bool> machine;
  for (const TrainingArticle* const source : table.sources) machine.push_back(source->kind == ArticleKind::kMachine);

  ArticleTraining training;
  const Fit final_fit = fit(select(undoubting, weights, [](const TrainingArticle&) { return true; }));
  training.doubts = doubt_model(table.names);
  training.standardisation = final_fit.standardisation;
  training.model = final_fit.model;
  training.quality = fit_quality(table, weights, final_fit, centered(table, ratings));
  training.platt = fit_platt(log_odds, machine, balance(table, kCalibrationShares));
  training.held_out.resize(log_odds.size());
  for (Eigen::Index i = 0; i < log_odds.size(); ++i) {
    const Eigen::VectorXd features = table.rows.row(i).transpose();
    const double calibrated = training.platt.slope * log_odds[i] + training.platt.offset +
                              training.doubts.log_odds({features.data(), static_cast<std::size_t>(features.size())});
    training.held_out[i] =
        1 / (1 + std::exp(-kRegister.fade(calibrated, table.personal_words[static_cast<std::size_t>(i)])));
  }
  find_thresholds(table, weights, training);
  return training;
}

std::string verdict_json(const FeatureTable& table, const ArticleTraining& training, const std::string& version) {
  std::string weights;
  for (Eigen::Index i = 0; i < training.model.weights.rows(); ++i) {
    weights += (i == 0 ? "" : ",") + json(training.model.weights.row(i).transpose());
  }
  return fmt::format(
      "{{\"version\":\"{}\",\"features\":{},\n\"center\":{},\n\"scale\":{},\n\"classes\":{},\n\"weights\":[{}],\n"
      "\"bias\":{},\n\"calibration\":{{\"slope\":{:.9g},\"offset\":{:.9g}}},\n\"register\":{{\"news\":{},\"other\":{},"
      "\"rest\":{}}}"
      ",\n\"doubts\":{{\"weights\":{},\"offset\":{:.9g},\"most\":{:.9g}}},\n"
      "\"false_positives\":{},\n\"translation_false_positives\":{},\n\"quality\":{{\"weights\":{},\"bias\":{:.9g},"
      "\"deviation\":{:.9g}}},\n"
      "\"min_words\":{}}}\n",
      version, json_strings(table.names), json(training.standardisation.center), json(training.standardisation.scale),
      json_strings(kClassNames), weights, json(training.model.bias), training.platt.slope, training.platt.offset,
      kRegister.news, kRegister.other, kRegister.rest, json(training.doubts.weights), training.doubts.offset,
      training.doubts.most, json(training.false_positives), json(training.translation_false_positives),
      json(training.quality.weights), training.quality.bias, training.quality.deviation, kMinWords);
}

}  // namespace calque::train
