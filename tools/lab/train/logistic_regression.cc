#include "lab/train/logistic_regression.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace calque::train {
namespace {

constexpr int kMaxPasses = 60;
constexpr double kTolerance = 0.02;  // of the largest dual gradient in a pass
constexpr int kMaxNewtonSteps = 100;
constexpr double kNewtonTolerance = 1e-3;

// An example's pair of dual variables, which add up to its bound.
struct Dual {
  double bound;
  double active;  // of the example's own label
  double squared_norm;
};

// What each column is multiplied by.
std::vector<float> column_scales(const NgramRows& rows, const std::vector<WeightedRow>& examples) {
  std::vector<double> squares(rows.documents.size());
  for (const WeightedRow& example : examples) {
    for (std::size_t k = rows.begin_of(example.row); k < rows.ends[example.row]; ++k) {
      squares[rows.columns[k]] += example.weight * double{rows.values[k]} * rows.values[k];
    }
  }
  double norm = 0;  // mean squared norm of the rows once each column is divided by the square root of its own
  for (const double square : squares) norm += std::sqrt(square);
  std::vector<float> scales;
  scales.reserve(squares.size());
  for (const double square : squares) {
    scales.push_back(square > 0 ? static_cast<float>(std::sqrt(kSquaredNorm / norm) / std::sqrt(std::sqrt(square)))
                                : 0);
  }
  return scales;
}

class DualDescent {
 public:
  DualDescent(const NgramRows& rows, const std::vector<WeightedRow>& examples, double l2)
      : rows_(rows), examples_(examples), scales_(column_scales(rows, examples)), values_(rows.values) {
    model_.weights.resize(rows.documents.size());
    for (std::size_t k = 0; k < values_.size(); ++k) values_[k] *= scales_[rows.columns[k]];
    for (const WeightedRow& example : examples) {
      const double bound = example.weight / l2;
      const double mass = rows.masses[example.row];
      duals_.push_back({bound, std::min(0.001 * bound, 1e-8), mass * mass});
      for (std::size_t k = rows.begin_of(example.row); k < rows.ends[example.row]; ++k) {
        duals_.back().squared_norm += double{values_[k]} * values_[k];
      }
      add(duals_.size() - 1, duals_.back().active);
    }
  }

  // One example's step: Newton on its dual variable alone. Returns the gradient that it found.
  double step(std::size_t i) {
    Dual& dual = duals_[i];
    const double margin = sign(i) * product(i);
    // The smaller of the two variables is the one whose logarithm is exact.
    const bool flipped = 0.5 * dual.squared_norm * (dual.bound - 2 * dual.active) + margin < 0;
    const double direction = flipped ? -1 : 1;
    const double old = flipped ? dual.bound - dual.active : dual.active;
    double z = dual.bound - old < 0.5 * dual.bound ? 0.1 * old : old;
    const auto gradient = [&] {
      return dual.squared_norm * (z - old) + direction * margin + std::log(z / (dual.bound - z));
    };
    double g = gradient();
    const double first = std::abs(g);
    for (int n = 0; n < kMaxNewtonSteps && std::abs(g) >= kNewtonTolerance; ++n) {
      const double next = z - g / (dual.squared_norm + dual.bound / (dual.bound - z) / z);
      z = next <= 0 ? 0.1 * z : next;
      g = gradient();
    }
    dual.active = flipped ? dual.bound - z : z;
    add(i, direction * (z - old));
    return first;
  }

  LinearModel take() {
    for (std::size_t column = 0; column < scales_.size(); ++column) model_.weights[column] *= scales_[column];
    return std::move(model_);
  }

 private:
  double sign(std::size_t i) const { return examples_[i].positive ? 1 : -1; }

  double product(std::size_t i) const {
    const std::size_t row = examples_[i].row;
    float sum = rows_.masses[row] * model_.bias;
    for (std::size_t k = rows_.begin_of(row); k < rows_.ends[row]; ++k) {
      sum += values_[k] * model_.weights[rows_.columns[k]];
    }
    return sum;
  }

  void add(std::size_t i, double change) {
    const std::size_t row = examples_[i].row;
    const auto times = static_cast<float>(sign(i) * change);
    for (std::size_t k = rows_.begin_of(row); k < rows_.ends[row]; ++k) {
      model_.weights[rows_.columns[k]] += times * values_[k];
    }
    model_.bias += rows_.masses[row] * times;
  }

  const NgramRows& rows_;
  const std::vector<WeightedRow>& examples_;
  std::vector<float> scales_;
  std::vector<float> values_;  // of rows_, scaled
  std::vector<Dual> duals_;
  LinearModel model_;
};

}  // namespace

LinearModel fit_logistic(const NgramRows& rows, const std::vector<WeightedRow>& examples, double l2, int seed) {
  DualDescent descent(rows, examples, l2);
  std::vector<std::size_t> order(examples.size());
  std::iota(order.begin(), order.end(), 0);
  std::mt19937_64 random(static_cast<std::uint64_t>(seed));
  for (int pass = 0; pass < kMaxPasses; ++pass) {
    std::shuffle(order.begin(), order.end(), random);
    double largest = 0;
    for (const std::size_t i : order) largest = std::max(largest, descent.step(i));
    if (largest < kTolerance) break;
  }
  return descent.take();
}

}  // namespace calque::train
