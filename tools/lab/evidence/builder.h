// Builds the evidence sections of a pack from counted English, round trips and a dictionary.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "lab/evidence/counting.h"
#include "lab/evidence/pairs.h"
#include "lab/evidence/sources.h"
#include "lab/evidence/topics.h"
#include "model/pack.h"

namespace calque::evidence {

struct Input {
  KeyStream keys;                     // English, for counts
  std::vector<RoundTrip> trips;       // whose originals are not counted
  std::vector<std::string> fitted;    // English articles to fit weights on
  std::vector<std::string> measured;  // English articles to set thresholds on
  std::string dictionary;             // path of translations.tsv.gz
  std::string frequencies;            // path of wordfreq-en.tsv.gz
};

struct BuilderOptions {
  std::uint64_t least_pair = 3;  // n-grams with lower counts are dropped
  std::uint64_t least_triple = 2;
  std::uint64_t least_gapped = 2;
  LeastCounts least_words;  // of a dictionary's words
  TopicOptions topics;
  std::size_t meanings = 12;         // at most so many are kept for a word
  double minor_per_thousand = 0.16;  // findings per 1,000 words of English originals, on a first reading
  double major_per_thousand = 0.04;
  double other_per_thousand = 0.05;  // findings of the other detectors: models/en/results/findings.json
  bool hold_out_pivots = false;      // mine and fit only on direct routes, measure on the others
};

// Calls `log` with a line of figures for each step. Throws std::runtime_error.
PackSections build_evidence(const Input& input, const BuilderOptions& options,
                            const std::function<void(const std::string&)>& log);

}  // namespace calque::evidence
