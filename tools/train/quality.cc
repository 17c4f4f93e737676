#include "train/quality.h"

#include <fmt/format.h>

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>

#include "train/article_training.h"
#include "train/lines.h"

namespace calque::train {
namespace {

constexpr std::uint32_t kSegments = 10;
constexpr double kMeanPoints = 50;
constexpr double kPointsPerDeviation = 25;
constexpr double kRidge = 0.1;  // times the number of passages

std::array<std::string_view, 7> columns(std::string_view line) {
  std::array<std::string_view, 7> found;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t tab = i + 1 < found.size() ? line.find('\t') : line.find('\n');
    found[i] = line.substr(0, tab);
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  }
  return found;
}

}  // namespace

std::vector<AssessedPassage> read_assessments(const std::string& folder) {
  std::vector<AssessedPassage> passages;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!entry.path().filename().string().starts_with("quality-train-")) continue;
    Lines lines(entry.path());
    std::string system;
    for (std::string_view line; lines.next(line);) {
      const auto [year, pair, name, segment, z, ratings, text] = columns(line);
      double value = 0;
      if (std::from_chars(z.data(), z.data() + z.size(), value).ec != std::errc{}) continue;  // the header
      const std::string this_system = fmt::format("{} {} {}", year, pair, name);
      if (passages.empty() || this_system != system || passages.back().segments == kSegments) passages.emplace_back();
      system = this_system;
      AssessedPassage& passage = passages.back();
      passage.text += std::string(text) + "\n\n";
      passage.z += (value - passage.z) / ++passage.segments;
    }
  }
  std::erase_if(passages, [](const AssessedPassage& passage) { return passage.segments < kSegments; });
  return passages;
}

std::string fit_quality(const Eigen::MatrixXd& rows, const Eigen::VectorXd& z, const Standardisation& standardisation) {
  const Eigen::MatrixXd x = standardisation.apply(rows);
  const Eigen::RowVectorXd means = x.colwise().mean();
  const Eigen::MatrixXd centered = x.rowwise() - means;
  const double mean = z.mean();
  Eigen::MatrixXd gram = centered.transpose() * centered;
  gram.diagonal().array() += kRidge * static_cast<double>(x.rows());
  const Eigen::VectorXd weights = gram.ldlt().solve(centered.transpose() * (z.array() - mean).matrix());
  const double bias = mean - means.dot(weights);
  return fmt::format("{{\"weights\":{},\"bias\":{:.9g}}}", to_json(kPointsPerDeviation * weights),
                     kMeanPoints + kPointsPerDeviation * bias);
}

}  // namespace calque::train
