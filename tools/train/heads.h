// The fluency heads: what each is trained on, and the training, by libfasttext.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fluency/fuse.h"
#include "train/corpus.h"

namespace calque::train {

// A head tells its positive class from its negative one.
struct HeadRecipe {
  std::string name;
  bool (*is_positive)(const TrainingArticle&);
  bool (*is_negative)(const TrainingArticle&);
};

// weak: rule-based, statistical and round-trip output against people's writing. neural: neural output against people's
// translations of the same articles. translated: translations, by people or neural systems, against English originals.
const std::vector<HeadRecipe>& head_recipes();

struct HeadOptions {
  std::uint64_t cell_words = 350'000;  // each cell gives about as many words
  int max_copies = 3;                  // but no article more than so often
  int epochs = 2;
  double learning_rate = 0.3;
  int dimension = 8;
  int word_ngrams = 2;
  int min_count = 8;
  int buckets = 1 << 19;
  int seed = 1;
};

// A training line's text and how many times it is used, by article.
struct TrainingLines {
  const TrainingArticle* article;
  std::vector<std::string> lines;
};

// Trains a head on all folds but `without` (-1: on all) and fuses it. Writes its training file and model into `folder`;
// deterministic, since it runs in one thread.
FusedHead train_head(const HeadRecipe& recipe, const std::vector<TrainingLines>& lines, int without,
                     const HeadOptions& options, const std::string& folder);

}  // namespace calque::train
