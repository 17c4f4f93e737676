#include "lab/train/softmax_regression.h"

#include <Eigen/Dense>
#include <cmath>

#include "verdict/article_model.h"

namespace calque::train {
namespace {

constexpr int kMaxIterations = 600;
constexpr double kTolerance = 3e-5;  // of the gradient's norm

Eigen::MatrixXd probabilities(const Eigen::MatrixXd& logits) {
  Eigen::MatrixXd p = (logits.colwise() - logits.rowwise().maxCoeff()).array().exp();
  return p.array().colwise() / p.rowwise().sum().array();
}

}  // namespace

Eigen::MatrixXd Standardisation::apply(const Eigen::MatrixXd& rows) const {
  const Eigen::MatrixXd centered = rows.rowwise() - center.transpose();
  return (centered.array().rowwise() / scale.transpose().array()).cwiseMax(-kClip).cwiseMin(kClip);
}

Standardisation standardise(const Eigen::MatrixXd& rows, const Eigen::VectorXd& row_weights) {
  Standardisation result;
  result.center = rows.transpose() * row_weights / row_weights.sum();
  const Eigen::MatrixXd centered = rows.rowwise() - result.center.transpose();
  result.scale = (centered.cwiseAbs2().transpose() * row_weights / row_weights.sum()).cwiseSqrt();
  result.scale = (result.scale.array() < 1e-9).select(1.0, result.scale);
  return result;
}

Eigen::MatrixXd SoftmaxModel::logits(const Eigen::MatrixXd& rows) const {
  return (rows * weights.transpose()).rowwise() + bias.transpose();
}

SoftmaxModel fit_softmax(const Eigen::MatrixXd& rows, const std::vector<int>& classes, int class_count,
                         const Eigen::VectorXd& row_weights, double l2) {
  const Eigen::Index count = rows.rows();
  const Eigen::Index features = rows.cols();
  Eigen::MatrixXd inputs(count, features + 1);  // the last column is the bias
  inputs << rows, Eigen::VectorXd::Ones(count);
  Eigen::MatrixXd targets = Eigen::MatrixXd::Zero(count, class_count);
  for (Eigen::Index i = 0; i < count; ++i) targets(i, classes[static_cast<std::size_t>(i)]) = 1;

  // The softmax Hessian is at most 1/2 X'WX, so this step never overshoots.
  const Eigen::MatrixXd gram = inputs.transpose() * row_weights.asDiagonal() * inputs;
  const double largest = gram.selfadjointView<Eigen::Lower>().eigenvalues().maxCoeff();
  const double step = 1 / (0.5 * largest + l2);

  Eigen::MatrixXd current = Eigen::MatrixXd::Zero(class_count, features + 1);
  Eigen::MatrixXd lookahead = current;
  double momentum = 1;
  for (int iteration = 0; iteration < kMaxIterations; ++iteration) {
    const Eigen::MatrixXd residual = probabilities(inputs * lookahead.transpose()) - targets;
    Eigen::MatrixXd gradient = (row_weights.asDiagonal() * residual).transpose() * inputs;
    gradient.leftCols(features) += l2 * lookahead.leftCols(features);
    if (gradient.norm() < kTolerance) break;
    const Eigen::MatrixXd next = lookahead - step * gradient;
    const bool uphill = (gradient.array() * (next - current).array()).sum() > 0;
    const double next_momentum = uphill ? 1 : (1 + std::sqrt(1 + 4 * momentum * momentum)) / 2;
    lookahead = next + (uphill ? 0 : (momentum - 1) / next_momentum) * (next - current);
    current = next;
    momentum = next_momentum;
  }
  return {current.leftCols(features), current.col(features)};
}

Eigen::VectorXd machine_log_odds(const Eigen::MatrixXd& logits) {
  const auto log_sum_exp = [](const Eigen::MatrixXd& of) -> Eigen::ArrayXd {
    const Eigen::VectorXd largest = of.rowwise().maxCoeff();
    return largest.array() + (of.colwise() - largest).array().exp().rowwise().sum().log();
  };
  return log_sum_exp(logits.rightCols(logits.cols() - 2)) - log_sum_exp(logits.leftCols(2));
}

double Platt::operator()(double log_odds) const { return 1 / (1 + std::exp(-(slope * log_odds + offset))); }

Platt fit_platt(const Eigen::VectorXd& log_odds, const std::vector<bool>& machine, const Eigen::VectorXd& row_weights) {
  Platt platt;
  for (int iteration = 0; iteration < 50; ++iteration) {
    Eigen::Vector2d gradient = Eigen::Vector2d::Zero();
    Eigen::Matrix2d hessian = Eigen::Matrix2d::Identity() * 1e-12;
    for (Eigen::Index i = 0; i < log_odds.size(); ++i) {
      const double p = platt(log_odds[i]);
      const Eigen::Vector2d x(log_odds[i], 1);
      gradient += row_weights[i] * (p - (machine[static_cast<std::size_t>(i)] ? 1.0 : 0.0)) * x;
      hessian += row_weights[i] * p * (1 - p) * x * x.transpose();
    }
    const Eigen::Vector2d change = hessian.ldlt().solve(gradient);
    platt.slope -= change[0];
    platt.offset -= change[1];
    if (change.norm() < 1e-10) break;
  }
  return platt;
}

}  // namespace calque::train
