// fastText models -> the heads' tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calque/error.h"
#include "heads/fasttext_file.h"
#include "heads/heads.h"

namespace calque {

// One model with every row multiplied by the direction from the other label to `label`.
struct FusedHead {
  struct Word {
    std::uint64_t key;
    std::uint16_t count;
    float sum;
  };
  std::string name;
  std::vector<Word> words;
  std::vector<float> buckets;  // NaN: pruned
  std::uint32_t word_ngrams = 1;
  std::uint32_t min_char_ngram = 0;
  std::uint32_t max_char_ngram = 0;
};

// Fails if the model does not have two labels, or neither is `label`. `path` is for the message.
Expected<FusedHead> fuse(const FasttextFile& model, std::string_view label, const std::string& path);

// Several heads side by side. They must have the same number of buckets and the same n-gram lengths.
struct OwnedTables {
  HeadTables tables;  // points into the vectors
  std::vector<WordSlot> words;
  std::vector<float> values;
};
Expected<std::shared_ptr<const OwnedTables>> interleave(const std::vector<FusedHead>& heads);

// The pack's sections for the tables, whose values must not be NaN; Heads::load reads them.
PackSections head_sections(const HeadTables& tables);

}  // namespace calque
