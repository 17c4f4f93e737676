// The evidence sections of a pack, from what was read.
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
  KeyStream keys;                     // English, to be counted
  std::vector<RoundTrip> trips;       // none of whose originals is counted
  std::vector<std::string> fitted;    // English articles to fit weights on
  std::vector<std::string> measured;  // English articles to set thresholds on
  std::string dictionary;             // path of translations.tsv.gz
};

struct BuilderOptions {
  std::uint64_t least_pair = 3;  // counts under these are forgotten
  std::uint64_t least_triple = 2;
  std::uint64_t least_gapped = 2;
  LeastCounts least_words;  // of a dictionary's words
  TopicOptions topics;
  std::size_t meanings = 12;         // kept for a word
  double minor_per_thousand = 0.28;  // findings per 1,000 words of English originals, on a first reading
  double major_per_thousand = 0.07;
  double other_per_thousand = 0.05;  // findings of the other detectors: models/en/results/findings.json
  bool hold_out_pivots = false;      // mine and fit on routes that come back at once only, measure on the others
};

// `log` gets a line for each step, figures included. Throws std::runtime_error.
PackSections build_evidence(const Input& input, const BuilderOptions& options,
                            const std::function<void(const std::string&)>& log);

}  // namespace calque::evidence
