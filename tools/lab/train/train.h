// Trains the weights of a pack from folders of articles.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lab/train/heads.h"

namespace calque::train {

struct TrainOptions {
  std::vector<std::string> articles;   // folders
  std::vector<std::string> also;       // files of articles for development
  std::vector<std::string> ratings;    // files of people's ratings
  std::vector<std::string> leave_out;  // prefixes of features' names
  std::string lexicons;                // folder
  std::string evidence;                // pack; empty: none
  std::string output;                  // the weights
  std::string work = "build/train";    // folder for training files and fastText models
  std::string table;                   // this file and the next two are written if they have a name
  std::string manifest;
  std::string held_out;
  std::string version = "en-2026.12";  // of the model
  std::uint64_t max_words = 500'000;   // of each file of originals
  HeadOptions heads;
};

// Deterministic: the same folders and options give the same bytes. Prints progress to standard error and throws
// std::runtime_error.
void train(const TrainOptions& options);

}  // namespace calque::train
