// The features of every sample, by heads that never saw its fold.
#pragma once

#include <string>
#include <vector>

#include "artifacts/lexicons.h"
#include "lab/train/article_training.h"
#include "lab/train/heads.h"
#include "lab/train/samples.h"

namespace calque::train {

// What the heads are trained on.
struct HeadInput {
  std::vector<Passage> passages;
  Vocabulary vocabulary;
  NgramRows rows;
};

HeadInput read_head_input(const std::vector<Sample>& samples, const Lexicons& lexicons, const HeadOptions& options);

// train_heads(), with the heads side by side in one table. Throws std::runtime_error.
std::shared_ptr<const OwnedTables> train_tables(const HeadInput& input, int without, const HeadOptions& options,
                                                const std::string& folder);

FeatureTable build_table(const std::vector<Sample>& samples, const HeadInput& input, const Lexicons& lexicons,
                         const HeadOptions& options, const std::string& folder);

// For ablations: columns whose names begin so are made constant, and what is constant tells nothing.
void leave_out(const std::vector<std::string>& prefixes, FeatureTable& table);

// One line a sample: id, cell, kind, fold, held-out probability, then the features.
void write_table(const std::string& path, const FeatureTable& table, const ArticleTraining& training);

}  // namespace calque::train
