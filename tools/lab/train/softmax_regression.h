// Softmax regression with Eigen.
#pragma once

#include <Eigen/Core>
#include <vector>

namespace calque::train {

struct Standardisation {
  Eigen::VectorXd center;
  Eigen::VectorXd scale;  // 1 for a constant feature

  // Rows in standard deviations, clipped as ArticleModel does.
  Eigen::MatrixXd apply(const Eigen::MatrixXd& rows) const;
};

// Weighted mean and deviation of each column.
Standardisation standardise(const Eigen::MatrixXd& rows, const Eigen::VectorXd& row_weights);

struct SoftmaxModel {
  Eigen::MatrixXd weights;  // classes x features
  Eigen::VectorXd bias;

  Eigen::MatrixXd logits(const Eigen::MatrixXd& rows) const;  // rows x classes
};

// Classes are numbered from 0. Minimises the weighted cross-entropy plus l2/2 times the squared weights, by accelerated
// gradient descent with restarts (Nesterov 1983; O'Donoghue and Candes 2015). `rows` are standardised; `row_weights`
// sum to 1.
SoftmaxModel fit_softmax(const Eigen::MatrixXd& rows, const std::vector<int>& classes, int class_count,
                         const Eigen::VectorXd& row_weights, double l2);

// log P(engine) - log P(person), from the logits of the two classes of people, then those of engines.
Eigen::VectorXd machine_log_odds(const Eigen::MatrixXd& logits);

// Platt scaling: P(machine) = 1 / (1 + exp(-(slope x + offset))), by Newton's method on the weighted cross-entropy.
struct Platt {
  double slope = 1;
  double offset = 0;
  double operator()(double log_odds) const;
};
Platt fit_platt(const Eigen::VectorXd& log_odds, const std::vector<bool>& machine, const Eigen::VectorXd& row_weights);

}  // namespace calque::train
