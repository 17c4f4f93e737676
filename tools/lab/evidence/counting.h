// n-grams of English, counted.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "calque/text.h"
#include "lab/evidence/sources.h"
#include "model/ngram_counts.h"

namespace calque::evidence {

// Context words of many sentences, one after the other; edges keep them apart.
using KeyStream = std::vector<std::uint64_t>;
void append_keys(const Segmented& segmented, KeyStream& stream);

struct NgramCount {
  std::uint64_t hash;
  std::uint64_t count;
};

// All n-grams of a kind that stand at least `least` times, by hash.
std::vector<NgramCount> count_ngrams(const KeyStream& stream, NgramKind kind, std::uint64_t least);

// A word's count among those of kind kWord.
std::uint64_t count_of(const std::vector<NgramCount>& words, const std::string& folded);

}  // namespace calque::evidence
