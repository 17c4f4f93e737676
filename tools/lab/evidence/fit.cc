#include "lab/evidence/fit.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

#include "lab/evidence/inflection.h"
#include "labelled/language.h"
#include "text/fold.h"

namespace calque::evidence {
namespace {

// The middle of the counts that a level stands for.
double count_at(NgramKind kind, int level) {
  constexpr double kUnseen = 0.4;
  return level == kNoLevel ? kUnseen : std::exp2(kLevelSteps[static_cast<std::size_t>(kind)] * (level + 0.5));
}

// log(count + strength * word count / corpus size): a Dirichlet prior on what may stand beside the context.
double log_support(std::size_t ngram, int level, std::uint8_t word_level) {
  constexpr double kPairPrior = 2e-6;
  constexpr double kTriplePrior = 4e-7;
  const NgramKind kind = kContextKinds[ngram];
  const double prior = kind == NgramKind::kTriple ? kTriplePrior : kPairPrior;
  return std::log(count_at(kind, level) + prior * count_at(NgramKind::kWord, word_level));
}

double unseen(int level) { return level == kNoLevel ? 1 : 0; }

}  // namespace

bool is_function_word(const std::string& word) { return is_common_word(key_of(word)); }

PairRow pair_row(const std::string& written, const std::string& meant, const PairFacts& facts, const Pairs& pairs,
                 std::array<bool, kHalves> seen, std::uint64_t written_count, std::uint64_t meant_count) {
  double trips = 0;
  double originals = 0;
  for (std::size_t half = 0; half < kHalves; ++half) {
    if (!seen[half]) continue;
    trips += facts.trips[half];
    const auto found = pairs.originals[half].find(meant);
    originals += found == pairs.originals[half].end() ? 0 : found->second;
  }
  const double word_log = std::log(static_cast<double>(written_count) + 1);
  const double meant_log = std::log(static_cast<double>(meant_count) + 1);
  PairRow row;
  row << 1, std::log((trips + 0.05) / (originals + 10)), std::log1p(trips), trips > 0 ? 1 : 0,
      facts.headwords > 0 ? 1 : 0, std::log1p(facts.headwords), facts.is_untranslated ? 1 : 0,
      are_forms_of_one_word(written, meant) ? 1 : 0, is_function_word(written) ? 1 : 0, is_function_word(meant) ? 1 : 0,
      word_log, meant_log;
  return row;
}

ContextRow context_row(const ContextLevels& meant, std::uint8_t meant_level, const ContextLevels& written,
                       std::uint8_t written_level) {
  ContextRow row;
  for (std::size_t i = 0; i < kContextNgrams; ++i) {
    const auto at = static_cast<int>(4 * i);
    row[at] = log_support(i, meant[i], meant_level);
    row[at + 1] = log_support(i, written[i], written_level);
    row[at + 2] = unseen(meant[i]);
    row[at + 3] = unseen(written[i]);
  }
  return row;
}

Eigen::VectorXd fit(const std::vector<Example>& examples) {
  constexpr int kSteps = 8;
  constexpr float kPenalty = 1;
  constexpr std::size_t kBlock = 4096;  // rows at a time, so that a step is a product of matrices
  Eigen::VectorXd weights = Eigen::VectorXd::Zero(kFeatures);
  for (int step = 0; step < kSteps; ++step) {
    Eigen::VectorXd gradient = -kPenalty * weights;
    Eigen::MatrixXd hessian = kPenalty * Eigen::MatrixXd::Identity(kFeatures, kFeatures);
    for (std::size_t begin = 0; begin < examples.size(); begin += kBlock) {
      const auto size = static_cast<Eigen::Index>(std::min(kBlock, examples.size() - begin));
      Eigen::MatrixXf rows(kFeatures, size);
      Eigen::VectorXf wrong(size);
      for (Eigen::Index i = 0; i < size; ++i) {
        rows.col(i) = examples[begin + static_cast<std::size_t>(i)].row;
        wrong[i] = examples[begin + static_cast<std::size_t>(i)].is_wrong ? 1 : 0;
      }
      const Eigen::VectorXf logits = rows.transpose() * weights.cast<float>();
      const Eigen::ArrayXf probabilities = 1 / (1 + (-logits.array()).exp());
      gradient += (rows * (wrong.array() - probabilities).matrix()).cast<double>();
      const Eigen::VectorXf curvature = probabilities * (1 - probabilities);
      hessian += (rows * curvature.asDiagonal() * rows.transpose()).cast<double>();
    }
    weights += hessian.ldlt().solve(gradient);
  }
  return weights;
}

void fill_tables(const Eigen::VectorXd& weights, EvidenceTables& tables) {
  tables.topic_meant = static_cast<float>(weights[kFeatures - 2]);
  tables.topic_written = static_cast<float>(weights[kFeatures - 1]);
  for (std::size_t i = 0; i < kContextNgrams; ++i) {
    const auto at = static_cast<Eigen::Index>(kPairFeatures + 4 * i);
    for (int level = kNoLevel; level <= kMaxLevel; ++level) {
      for (std::uint8_t word = 0; word <= kMaxLevel; ++word) {
        const double support = log_support(i, level, word);
        const std::size_t row = row_of(level);
        tables.meant[i][row][word] = static_cast<float>(weights[at] * support + weights[at + 2] * unseen(level));
        tables.written[i][row][word] = static_cast<float>(weights[at + 1] * support + weights[at + 3] * unseen(level));
      }
    }
  }
}

}  // namespace calque::evidence
