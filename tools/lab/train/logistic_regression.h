// Logistic regression over sparse rows.
#pragma once

#include <cstddef>
#include <vector>

#include "lab/train/passages.h"

namespace calque::train {

struct WeightedRow {
  std::size_t row;
  bool positive;
  double weight;
};

struct LinearModel {
  std::vector<float> weights;  // by column
  float bias = 0;
};

// Minimises the weighted logistic loss of `examples`, whose weights sum to 1, plus l2/2 times the squared weights and
// bias, by dual coordinate descent (Yu, Huang and Lin 2011, as in LIBLINEAR's solve_l2r_lr_dual, with a weight for each
// example). Columns are first divided by the square root of their root mean square, so that the penalty on a rare
// n-gram's weight is not larger than on a common one's, and then all by one number that makes the rows' mean squared
// norm kSquaredNorm. The bias is multiplied by a row's mass. Deterministic for a seed.
inline constexpr double kSquaredNorm = 400;
LinearModel fit_logistic(const NgramRows& rows, const std::vector<WeightedRow>& examples, double l2, int seed);

}  // namespace calque::train
