// What a model was trained on: every source, its checksum, and its share after balancing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lab/train/article_training.h"
#include "lab/train/corpus.h"
#include "lab/train/heads.h"
#include "lab/train/passages.h"

namespace calque::train {

struct ManifestInput {
  const std::vector<SourceFile>& files;
  const std::vector<TrainingArticle>& corpus;
  const std::vector<Passage>& passages;
  const FeatureTable& table;
  HeadOptions heads;
  std::uint64_t max_words = 0;
  std::uint32_t min_words = 0;
  std::vector<std::string> folders;  // for their overlap.txt
  std::string lexicons;              // the folder
  std::string weights;               // the file that was written
  std::string version;
  std::vector<std::string> ratings;  // files of people's ratings
};

// JSON with sorted keys, and a line for each source and cell, so that two manifests can be told apart with diff. Names
// have no folders: where the data lay is no part of it. Throws std::runtime_error where a file cannot be read again.
//
// "sources": a file, or all shards of one system's round trips, whose checksum is then XXH3 of the shards' checksums in
// hexadecimal, one a line in the order of their names. "read" is what was there, "kept" what is left without overlaps,
// test sets and what is over the limit of words. "shares" are of the training weight, for each head and for the article
// model. "cells" are what was balanced inside the sources that have several.
std::string manifest_json(const ManifestInput& input);

}  // namespace calque::train
