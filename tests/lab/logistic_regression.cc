#include "lab/train/logistic_regression.h"

#include <cmath>
#include <random>

#include "support/catch.h"

namespace calque::train {
namespace {

constexpr std::size_t kColumns = 12;
constexpr double kL2 = 0.05;  // with so few columns and rows, training would need more passes for a smaller penalty

struct Problem {
  NgramRows rows;
  std::vector<WeightedRow> examples;
};

double product(const NgramRows& rows, std::size_t row, const std::vector<double>& weights, double bias) {
  double sum = bias * rows.masses[row];
  for (std::size_t k = rows.begin_of(row); k < rows.ends[row]; ++k) sum += rows.values[k] * weights[rows.columns[k]];
  return sum;
}

std::vector<double> true_weights() { return {1.5, -1, 0.5, 0, 2, -2, 0.25, -0.75, 1, -0.5, 0, 1}; }
constexpr double kTrueBias = -0.4;

void add_row(std::mt19937& random, NgramRows& rows) {
  for (std::uint32_t column = 0; column < kColumns; ++column) {
    if (random() % 3 != 0) continue;
    rows.columns.push_back(column);
    rows.values.push_back(static_cast<float>(random() % 1000) / 400);
  }
  rows.ends.push_back(rows.columns.size());
  rows.masses.push_back(0.5F + static_cast<float>(random() % 1000) / 1000);
}

// Draws labels with the probabilities of the true weights.
Problem draw(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  Problem problem;
  problem.rows.documents.resize(kColumns);
  for (std::size_t i = 0; i < size; ++i) {
    add_row(random, problem.rows);
    const double p = 1 / (1 + std::exp(-product(problem.rows, i, true_weights(), kTrueBias)));
    const bool positive = static_cast<double>(random()) / 0x1.0p32 < p;
    problem.examples.push_back({i, positive, 1.0 / static_cast<double>(size)});
  }
  return problem;
}

// The factor of the penalty on each column's squared weight: as in the header, from its root mean square and the number
// that makes the rows' mean squared norm kSquaredNorm.
std::vector<double> discounts(const Problem& problem) {
  std::vector<double> squares(kColumns);
  const NgramRows& rows = problem.rows;
  for (const WeightedRow& example : problem.examples) {
    for (std::size_t k = rows.begin_of(example.row); k < rows.ends[example.row]; ++k) {
      squares[rows.columns[k]] += example.weight * double{rows.values[k]} * rows.values[k];
    }
  }
  double norm = 0;
  for (const double square : squares) norm += std::sqrt(square);
  std::vector<double> result;
  for (const double square : squares) result.push_back(kSquaredNorm / norm / std::sqrt(square));
  return result;
}

// The slopes of the weights, and last that of the bias.
std::vector<double> gradient(const Problem& problem, const LinearModel& model) {
  std::vector<double> weights(model.weights.begin(), model.weights.end());
  std::vector<double> result;
  const std::vector<double> discount = discounts(problem);
  for (std::size_t i = 0; i < kColumns; ++i) result.push_back(kL2 * weights[i] / discount[i]);
  result.push_back(kL2 * model.bias);
  for (const WeightedRow& example : problem.examples) {
    const double sign = example.positive ? 1 : -1;
    const double margin = sign * product(problem.rows, example.row, weights, model.bias);
    const double slope = -sign * example.weight / (1 + std::exp(margin));
    const NgramRows& rows = problem.rows;
    for (std::size_t k = rows.begin_of(example.row); k < rows.ends[example.row]; ++k) {
      result[rows.columns[k]] += slope * rows.values[k];
    }
    result.back() += slope * rows.masses[example.row];
  }
  return result;
}

double norm(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value * value;
  return std::sqrt(sum);
}

TEST_CASE("Logistic regression finds the weights that the labels were drawn with") {
  const Problem problem = draw(40000, 1);
  const LinearModel model = fit_logistic(problem.rows, problem.examples, 0.2 * kL2, 1);
  const std::vector<double> expected = true_weights();
  for (std::size_t i = 0; i < kColumns; ++i) {
    INFO("column " << i);
    CHECK(std::abs(model.weights[i] - expected[i]) < 0.12);
  }
  CHECK(std::abs(model.bias - kTrueBias) < 0.2);
}

TEST_CASE("At the solution the slope of the penalised loss is nearly zero") {
  const Problem problem = draw(2000, 2);
  const LinearModel nothing = {std::vector<float>(kColumns), 0};
  const LinearModel model = fit_logistic(problem.rows, problem.examples, kL2, 1);
  CHECK(norm(gradient(problem, model)) < 0.005 * norm(gradient(problem, nothing)));
}

TEST_CASE("A row of twice the weight counts like two rows") {
  const Problem once = draw(2000, 3);
  Problem weighted = once;
  Problem repeated = once;
  double total = 0;
  for (std::size_t i = 0; i < once.examples.size(); ++i) {
    if (once.examples[i].positive) {
      weighted.examples[i].weight *= 2;
      repeated.examples.push_back(once.examples[i]);
    }
    total += weighted.examples[i].weight;
  }
  for (WeightedRow& example : weighted.examples) example.weight /= total;
  for (WeightedRow& example : repeated.examples) example.weight /= total;

  const LinearModel of_once = fit_logistic(once.rows, once.examples, kL2, 1);
  const LinearModel of_weighted = fit_logistic(once.rows, weighted.examples, kL2, 1);
  const LinearModel of_repeated = fit_logistic(once.rows, repeated.examples, kL2, 1);
  for (std::size_t i = 0; i < kColumns; ++i) {
    CHECK(std::abs(of_weighted.weights[i] - of_repeated.weights[i]) < 0.02);
  }
  CHECK(std::abs(of_weighted.bias - of_repeated.bias) < 0.02);
  CHECK(of_weighted.bias > of_once.bias + 0.2);
}

TEST_CASE("The same rows and seed give the same model, bit for bit") {
  const Problem problem = draw(500, 4);
  const LinearModel first = fit_logistic(problem.rows, problem.examples, kL2, 7);
  const LinearModel second = fit_logistic(problem.rows, problem.examples, kL2, 7);
  CHECK(first.weights == second.weights);
  CHECK(first.bias == second.bias);
}

TEST_CASE("A larger penalty gives smaller weights") {
  const Problem problem = draw(500, 5);
  const auto size = [&](double l2) {
    const LinearModel model = fit_logistic(problem.rows, problem.examples, l2, 1);
    return norm({model.weights.begin(), model.weights.end()});
  };
  CHECK(size(10) < 0.7 * size(1));
  CHECK(size(1) < 0.95 * size(0.1));
}

}  // namespace
}  // namespace calque::train
