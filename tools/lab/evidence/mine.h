// Makes the evidence of a pack from articles, round trips and a dictionary.
#pragma once

#include <cstdint>
#include <string>

#include "lab/evidence/builder.h"

namespace calque::evidence {

struct MineOptions {
  std::string articles;                   // folder
  std::string round_trips;                // folder
  std::string dictionary;                 // file: lang, headword, pos, glosses
  std::string words;                      // wordfreq-en.tsv.gz
  std::string output;                     // the evidence
  std::uint64_t max_words = 11'000'000;   // counted of each file of originals
  std::uint64_t trained_words = 500'000;  // TrainOptions::max_words of the training that follows
  BuilderOptions builder;
};

// Deterministic: the same files and options give the same bytes. Prints what it found to standard error. Throws
// std::runtime_error.
void mine(const MineOptions& options);

}  // namespace calque::evidence
