// One labelled article with its verdict and other scores.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "calque/analyzer.h"
#include "evaluate/ratings.h"
#include "evaluate/statistics.h"
#include "labelled/article.h"

namespace calque::evaluate {

struct Row {
  ArticleKind kind = ArticleKind::kOriginal;
  std::uint32_t file = 0;  // its number among the inputs
  std::int64_t year = 0;
  std::string pair, system, engine, doc;

  Basis basis = Basis::kScored;
  Label label = Label::kUndecided;
  std::uint32_t words = 0;
  double probability = kNone;     // that a machine translated it; kNone unless scored, as for the next two
  double translated = kNone;      // that a person or a machine did; the same as `probability` for a plain classifier
  double quality = kNone;         // 0 to 100
  double punctuation = 0;         // marks among all tokens
  std::vector<double> baselines;  // probabilities of the other classifiers; kNone where one has none
  double z = kNone;               // mean human assessment

  bool is_scored() const { return basis == Basis::kScored; }
};

// Immutable; any number of threads may share it.
class RowMaker {
 public:
  RowMaker(const Analyzer& analyzer, std::span<const Analyzer> baselines, const Ratings& ratings)
      : analyzer_(analyzer), baselines_(baselines), ratings_(ratings) {}

  Row make(const LabelledArticle& article, std::uint32_t file) const;

 private:
  const Analyzer& analyzer_;
  std::span<const Analyzer> baselines_;
  const Ratings& ratings_;
};

}  // namespace calque::evaluate
