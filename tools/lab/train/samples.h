// Cuts training articles to usual lengths, and runs them through the stages before the verdict.
#pragma once

#include <string>
#include <vector>

#include "artifacts/lexicons.h"
#include "calque/article.h"
#include "calque/finding.h"
#include "calque/text.h"
#include "lab/train/corpus.h"
#include "plausibility/doubts.h"

namespace calque::train {

// An article or a part of one, as the pipeline would see it.
struct Sample {
  const TrainingArticle* source = nullptr;
  std::string text;
};

// Cuts every article into parts of 5, 10, 15 and 30 sentences in turn, or leaves it whole, so that the article model
// sees short articles as often as long ones. Leaves out parts of fewer than `min_words` words.
std::vector<Sample> cut(const std::vector<TrainingArticle>& corpus, std::uint32_t min_words);

// The results of the stages for a text.
struct Staged {
  Article article;
  Text text;
  std::vector<Finding> findings;
  double unusual_pairs = 0;
  Doubts doubts = {};
};
Staged run_stages(const std::string& text, const Lexicons& lexicons);

}  // namespace calque::train
