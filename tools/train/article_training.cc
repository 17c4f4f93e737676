#include "train/article_training.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace calque::train {
namespace {

// What share of a feed each class is taken to be.
constexpr std::array<double, 3> kClassShares = {0.35, 0.2, 0.45};
constexpr double kL2 = 1e-3;
// Round trips are English to begin with, so they are not what the model is for; they show it what rule-based engines
// do.
constexpr double kRoundTripWeight = 0.5;

int class_of(const TrainingArticle& article) { return static_cast<int>(article.kind); }

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
  result.model = fit_softmax(result.standardisation.apply(rows.features), rows.classes, 3, rows.weights, kL2);
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

// Whether a source has enough articles to tell where a rate lies: two of them may be above.
bool can_tell(std::size_t articles, double rate) {
  constexpr std::size_t kMinArticles = 250;
  return articles >= kMinArticles && static_cast<double>(articles) * rate >= 2;
}

// A rate must hold for all held-out originals together and for each source by itself that has enough of them to tell: a
// feed is not a mixture, and its owner is owed the same promise.
std::vector<std::pair<double, double>> false_positive_table(const FeatureTable& table, const Eigen::VectorXd& weights,
                                                            const Eigen::VectorXd& held_out) {
  std::map<std::string, std::vector<Weighted>> sources;
  std::vector<Weighted> all;
  for (std::size_t i = 0; i < table.sources.size(); ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    if (table.sources[i]->kind != Kind::kOriginal) continue;
    sources[table.sources[i]->cell].emplace_back(held_out[row], weights[row]);
    all.emplace_back(held_out[row], weights[row]);
  }
  std::ranges::sort(all, std::greater{});
  for (auto& [name, samples] : sources) std::ranges::sort(samples, std::greater{});

  std::vector<std::pair<double, double>> result;
  for (const double rate : {0.5, 0.2, 0.1, 0.05, 0.03, 0.02, 0.015, 0.01, 0.007, 0.005, 0.003, 0.002, 0.001, 0.0005}) {
    double threshold = threshold_for(all, rate);
    for (const auto& [name, samples] : sources) {
      if (can_tell(samples.size(), rate)) threshold = std::max(threshold, threshold_for(samples, rate));
    }
    if (!result.empty()) threshold = std::max(threshold, result.back().second);
    result.emplace_back(rate, threshold);
  }
  return result;
}

std::string json(const Eigen::VectorXd& values) {
  std::string out;
  for (const double value : values) out += fmt::format("{}{:.9g}", out.empty() ? "[" : ",", value);
  return out + "]";
}

// Neural output is left out: it lies between, and where it lies is what the model is to say.
SoftmaxModel fit_quality(const FeatureTable& table, const Eigen::VectorXd& weights,
                         const Standardisation& standardisation) {
  Rows rows = select(table, weights, [](const TrainingArticle& article) { return article.engine != "nmt"; });
  std::array<double, 2> totals{};
  for (std::size_t i = 0; i < rows.classes.size(); ++i) {
    rows.classes[i] = rows.classes[i] == static_cast<int>(Kind::kMachine) ? 1 : 0;
    totals[static_cast<std::size_t>(rows.classes[i])] += rows.weights[static_cast<Eigen::Index>(i)];
  }
  for (std::size_t i = 0; i < rows.classes.size(); ++i) {
    rows.weights[static_cast<Eigen::Index>(i)] *= 0.5 / totals[static_cast<std::size_t>(rows.classes[i])];
  }
  return fit_softmax(standardisation.apply(rows.features), rows.classes, 2, rows.weights, kL2);
}

}  // namespace

Eigen::VectorXd balance_rows(const FeatureTable& table) {
  std::array<std::map<std::string, double>, 3> cells;
  for (const TrainingArticle* const source : table.sources) {
    cells[static_cast<std::size_t>(class_of(*source))][source->cell] += 1;
  }
  Eigen::VectorXd weights(table.rows.rows());
  std::array<double, 3> totals{};
  for (std::size_t i = 0; i < table.sources.size(); ++i) {
    const TrainingArticle& source = *table.sources[i];
    const auto of_class = static_cast<std::size_t>(class_of(source));
    // The square root lies between weighing every cell and weighing every row alike.
    const double weight = (source.is_round_trip ? kRoundTripWeight : 1) / std::sqrt(cells[of_class][source.cell]);
    weights[static_cast<Eigen::Index>(i)] = weight;
    totals[of_class] += weight;
  }
  for (std::size_t i = 0; i < table.sources.size(); ++i) {
    const auto of_class = static_cast<std::size_t>(class_of(*table.sources[i]));
    weights[static_cast<Eigen::Index>(i)] *= kClassShares[of_class] / totals[of_class];
  }
  return weights;
}

ArticleTraining train_article_model(const FeatureTable& table) {
  const Eigen::VectorXd weights = balance_rows(table);
  const Eigen::VectorXd log_odds = cross_fit(table, weights);
  std::vector<bool> machine;
  for (const TrainingArticle* const source : table.sources) machine.push_back(source->kind == Kind::kMachine);

  ArticleTraining training;
  const Fit final_fit = fit(select(table, weights, [](const TrainingArticle&) { return true; }));
  training.standardisation = final_fit.standardisation;
  training.model = final_fit.model;
  training.quality = fit_quality(table, weights, training.standardisation);
  training.platt = fit_platt(log_odds, machine, weights);
  training.held_out = log_odds.unaryExpr([&](double x) { return training.platt(x); });
  training.false_positives = false_positive_table(table, weights, training.held_out);
  return training;
}

std::string verdict_json(const FeatureTable& table, const ArticleTraining& training, const std::string& version) {
  std::string names;
  for (const std::string& name : table.names) names += fmt::format("{}\"{}\"", names.empty() ? "" : ",", name);
  std::string weights;
  for (Eigen::Index i = 0; i < training.model.weights.rows(); ++i) {
    weights += (i == 0 ? "" : ",") + json(training.model.weights.row(i).transpose());
  }
  std::string rates;
  for (const auto& [rate, threshold] : training.false_positives) {
    rates += fmt::format("{}[{:.9g},{:.9g}]", rates.empty() ? "" : ",", rate, threshold);
  }
  return fmt::format(
      "{{\"version\":\"{}\",\"features\":[{}],\n\"center\":{},\n\"scale\":{},\n\"classes\":[\"original\","
      "\"translation\","
      "\"machine\"],\n\"weights\":[{}],\n\"bias\":{},\n\"calibration\":{{\"slope\":{:.9g},\"offset\":{:.9g}}},\n"
      "\"register\":{{\"news\":{},\"other\":{}}},\n"
      "\"false_positives\":[{}],\n\"quality\":{{\"weights\":{},\"bias\":{:.9g}}},\n\"min_words\":{},\"min_function_"
      "word_share\":{}}}\n",
      version, names, json(training.standardisation.center), json(training.standardisation.scale), weights,
      json(training.model.bias), training.platt.slope, training.platt.offset, kNewsRegister, kOtherRegister, rates,
      json((training.quality.weights.row(0) - training.quality.weights.row(1)).transpose()),
      training.quality.bias[0] - training.quality.bias[1], kMinWords, kMinFunctionWordShare);
}

}  // namespace calque::train
