// Quality: human direct assessment, predicted from the article's features.
#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

#include "train/softmax_regression.h"

namespace calque::train {

// Ten consecutive segments that one system translated, and the mean of what judges gave them. A z-score is in standard
// deviations of one judge's scores.
struct AssessedPassage {
  std::string text;
  double z = 0;
  std::uint32_t segments = 0;
};

// Reads quality-train-*.tsv.gz of a folder: year, pair, system, segment, z, ratings, text.
std::vector<AssessedPassage> read_assessments(const std::string& folder);

// Ridge regression of z on standardised features, on a scale where 50 is the mean of the assessed systems and 25 points
// are one standard deviation. As JSON: {"weights":[...],"bias":b}.
std::string fit_quality(const Eigen::MatrixXd& rows, const Eigen::VectorXd& z, const Standardisation& standardisation);

}  // namespace calque::train
