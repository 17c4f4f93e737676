// Lists the sources of a model's training: each with its checksum and its share after balancing.
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

// JSON with sorted keys and one line for each source and cell, so that diff can compare two manifests. Names have no
// folders, so the manifest does not depend on the folder of the data. Throws std::runtime_error if a file cannot be
// read again.
//
// "sources": a file, or all shards of one system's round trips, whose checksum is then XXH3 of the shards' checksums in
// hexadecimal, one a line in the order of their names. "read" counts all articles, "kept" those left without overlaps,
// test sets and articles over the limit of words. "shares" are of the training weight, for each head and for the
// article model. "cells" lists the cells of sources that have several.
std::string manifest_json(const ManifestInput& input);

}  // namespace calque::train
