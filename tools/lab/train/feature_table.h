// Computes the features of every sample, with heads that never saw its fold.
#pragma once

#include <string>
#include <vector>

#include "artifacts/lexicons.h"
#include "lab/train/article_training.h"
#include "lab/train/heads.h"
#include "lab/train/samples.h"

namespace calque::train {

// The input of the heads' training.
struct HeadInput {
  std::vector<Passage> passages;
  Vocabulary vocabulary;
  NgramRows rows;
};

HeadInput read_head_input(const std::vector<Sample>& samples, const Lexicons& lexicons, const HeadOptions& options);

// Calls train_heads() and fuses the heads into one table. Throws std::runtime_error.
std::shared_ptr<const OwnedTables> train_tables(const HeadInput& input, int without, const HeadOptions& options,
                                                const std::string& folder);

FeatureTable build_table(const std::vector<Sample>& samples, const HeadInput& input, const Lexicons& lexicons,
                         const HeadOptions& options, const std::string& folder);

// For ablations: makes the columns constant whose names begin with one of `prefixes`, so that they tell nothing.
void leave_out(const std::vector<std::string>& prefixes, FeatureTable& table);

// One line a sample: id, cell, kind, fold, held-out probability, then the features.
void write_table(const std::string& path, const FeatureTable& table, const ArticleTraining& training);

}  // namespace calque::train
