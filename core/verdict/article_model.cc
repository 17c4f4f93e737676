#include "verdict/article_model.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "verdict/features.h"

namespace calque {
namespace {

constexpr Eigen::Index kPeopleClasses = 2;  // the first; the others are engines
constexpr Eigen::Index kEngineClasses = 3;
constexpr Eigen::Index kClasses = kPeopleClasses + kEngineClasses;
constexpr double kNinetyPercent = 1.645;  // standard deviations to each side

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

double log_sum_exp(std::span<const double> logits) {
  const double largest = std::ranges::max(logits);
  double sum = 0;
  for (const double logit : logits) sum += std::exp(logit - largest);
  return largest + std::log(sum);
}

}  // namespace

// Reads "verdict.json". simdjson's exceptions stay inside load().
class ArticleModelReader {
 public:
  explicit ArticleModelReader(simdjson::dom::element root) : root_(root) {}

  // What does not fit, or nothing.
  std::string read(ArticleModel& model, const std::vector<std::string>& expected) {
    std::vector<std::string> names;
    for (const simdjson::dom::element name : root_["features"].get_array()) {
      names.emplace_back(std::string_view(name));
    }
    if (names != expected)
      return "its article model was trained on other features than this version of Calque computes";
    const auto features = static_cast<Eigen::Index>(names.size());
    model.version_ = std::string(std::string_view(root_["version"]));
    model.center_ = vector(root_["center"]);
    model.scale_ = vector(root_["scale"]);
    model.bias_ = vector(root_["bias"]);
    model.weights_ = matrix(root_["weights"], features);
    model.slope_ = double(root_["calibration"]["slope"]);
    model.offset_ = double(root_["calibration"]["offset"]);
    model.register_.news = double(root_["register"]["news"]);
    model.register_.other = double(root_["register"]["other"]);
    model.register_.rest = double(root_["register"]["rest"]);
    model.doubts_.weights = vector(root_["doubts"]["weights"]);
    model.doubts_.offset = double(root_["doubts"]["offset"]);
    model.doubts_.most = double(root_["doubts"]["most"]);
    read_false_positives("false_positives", model.false_positives_);
    read_false_positives("translation_false_positives", model.translation_false_positives_);
    if (!root_["quality"].is_null()) {
      model.quality_weights_ = vector(root_["quality"]["weights"]);
      model.quality_bias_ = double(root_["quality"]["bias"]);
      model.quality_deviation_ = double(root_["quality"]["deviation"]);
    }
    model.min_words_ = static_cast<std::uint32_t>(std::uint64_t(root_["min_words"]));
    const bool fits = model.center_.size() == features && model.scale_.size() == features &&
                      (model.scale_.array() > 0).all() && model.register_.news < model.register_.other &&
                      model.register_.rest >= 0 && model.register_.rest <= 1 && is_sorted(model.false_positives_) &&
                      is_sorted(model.translation_false_positives_) && model.bias_.size() == kClasses &&
                      model.weights_.rows() == kClasses && model.doubts_.weights.size() == features &&
                      model.doubts_.most >= 0 && !model.false_positives_.empty() &&
                      !model.translation_false_positives_.empty() &&
                      (!model.quality_weights_ || model.quality_weights_->size() == features);
    return fits ? "" : "its article model is damaged";
  }

 private:
  static bool is_sorted(const FalsePositives& table) {
    return std::ranges::is_sorted(table, std::greater{}, &FalsePositives::value_type::first) &&
           std::ranges::is_sorted(table, {}, &FalsePositives::value_type::second);
  }

  static Eigen::VectorXd vector(simdjson::dom::element element) {
    const auto array = simdjson::dom::array(element);
    Eigen::VectorXd values(static_cast<Eigen::Index>(array.size()));
    Eigen::Index i = 0;
    for (const simdjson::dom::element value : array) values[i++] = double(value);
    return values;
  }

  static Eigen::MatrixXd matrix(simdjson::dom::element element, Eigen::Index columns) {
    const auto rows = simdjson::dom::array(element);
    Eigen::MatrixXd values(static_cast<Eigen::Index>(rows.size()), columns);
    Eigen::Index i = 0;
    for (const simdjson::dom::element row : rows) {
      const Eigen::VectorXd numbers = vector(row);
      if (numbers.size() != columns) return {};
      values.row(i++) = numbers.transpose();
    }
    return values;
  }

  void read_false_positives(const char* table, FalsePositives& rates) {
    for (const simdjson::dom::element pair : root_[table].get_array()) {
      rates.emplace_back(double(pair.at(0)), double(pair.at(1)));
    }
  }

  simdjson::dom::element root_;
};

Expected<ArticleModel> ArticleModel::load(const Pack& pack, std::span<const std::string> heads) {
  ArticleModel model;
  std::string problem;
  try {
    simdjson::dom::parser parser;
    const simdjson::dom::element root = parser.parse(simdjson::padded_string(pack.text("verdict.json")));
    problem = ArticleModelReader(root).read(model, feature_names(heads));
  } catch (const simdjson::simdjson_error& error) {
    problem = fmt::format("its article model is missing or damaged ({})", error.what());
  }
  if (!problem.empty()) return tl::unexpected(Error{ErrorKind::kModel, fmt::format("{}: {}", pack.path(), problem)});
  return model;
}

double ArticleModel::standardised(std::size_t feature, double value) const {
  const auto i = static_cast<Eigen::Index>(feature);
  return std::clamp((value - center_[i]) / scale_[i], -kClip, kClip);
}

double Register::fade(double log_odds, double personal_words) const {
  const double is_news = (other - personal_words) / (other - news);
  return log_odds > 0 ? log_odds * std::clamp(is_news, rest, 1.0) : log_odds;
}

Posterior Weighed::posterior(double prior) const {
  const double machine = sigmoid(log_odds + std::log(prior / (1 - prior)));
  const double original = (1 - machine) * original_share;
  return {original, 1 - machine - original, machine};
}

double DoubtModel::log_odds(std::span<const double> features) const {
  const Eigen::Map<const Eigen::VectorXd> values(features.data(), static_cast<Eigen::Index>(features.size()));
  return std::clamp(weights.dot(values) - offset, 0.0, most);
}

Weighed ArticleModel::weigh(std::span<const double> features, double personal_words) const {
  std::array<double, kClasses> logits{};
  Eigen::Map<Eigen::Vector<double, kClasses>> sums(logits.data());
  for (std::size_t i = 0; i < features.size(); ++i) {
    sums += standardised(i, features[i]) * weights_.col(static_cast<Eigen::Index>(i)).head<kClasses>();
  }
  sums += bias_;
  const std::span all(logits);
  const double evidence = log_sum_exp(all.last<kEngineClasses>()) - log_sum_exp(all.first<kPeopleClasses>());
  const double log_odds = slope_ * evidence + offset_ + doubts_.log_odds(features);
  return {register_.fade(log_odds, personal_words), sigmoid(logits[0] - logits[1])};
}

std::optional<Quality> ArticleModel::quality(std::span<const double> features) const {
  if (!quality_weights_) return std::nullopt;
  double index = quality_bias_;
  for (std::size_t i = 0; i < features.size(); ++i) {
    index += (*quality_weights_)[static_cast<Eigen::Index>(i)] * standardised(i, features[i]);
  }
  const double reach = kNinetyPercent * quality_deviation_;
  return Quality{100 * sigmoid(index), {100 * sigmoid(index - reach), 100 * sigmoid(index + reach)}};
}

double threshold_for(const FalsePositives& false_positives, double max_fpr) {
  const auto found = std::ranges::find_if(false_positives, [&](const auto& entry) { return entry.first <= max_fpr; });
  return std::max(found == false_positives.end() ? 1.0 : found->second, 0.5);
}

}  // namespace calque
