// Weights for the evidence: fitted on round trips, whose originals say what was meant, against English originals.
#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

#include "context/context_evidence.h"
#include "lab/evidence/pairs.h"

namespace calque::evidence {

bool is_function_word(const std::string& folded);

// What a pair brings along: its features, and their contribution once there are weights.
inline constexpr int kPairFeatures = 12;
using PairRow = Eigen::Matrix<double, kPairFeatures, 1>;
// From the facts of the halves that `seen` says.
PairRow pair_row(const std::string& written, const std::string& meant, const PairFacts& facts, const Pairs& pairs,
                 std::array<bool, kHalves> seen, std::uint64_t written_count, std::uint64_t meant_count);

// What the context brings: for each n-gram the logarithm of how often it stands with the meant word in it, less what
// the word's own frequency makes likely, then the same with the written word.
inline constexpr int kContextFeatures = 4 * kContextNgrams;
using ContextRow = Eigen::Matrix<double, kContextFeatures, 1>;
ContextRow context_row(const ContextLevels& meant, std::uint8_t meant_level, const ContextLevels& written,
                       std::uint8_t written_level);

// Then the topics' support for the meaning and for the written word: NearTopics.
inline constexpr int kTopicFeatures = 2;
inline constexpr int kFeatures = kPairFeatures + kContextFeatures + kTopicFeatures;
using Row = Eigen::Matrix<float, kFeatures, 1>;

struct Example {
  Row row;
  bool is_wrong;
};

// Logistic regression by Newton's method, with a small penalty on all weights but the bias.
Eigen::VectorXd fit(const std::vector<Example>& examples);

// The context's part of the score as tables.
void fill_tables(const Eigen::VectorXd& weights, EvidenceTables& tables);

}  // namespace calque::evidence
