// The training of the heads, and the groups of articles that each is trained on.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "heads/fuse.h"
#include "lab/train/passages.h"

namespace calque::train {

// Articles of one kind, and their share of a head's training. Inside a group, a cell's weight grows with the cube root
// of its size, so that no set swamps another.
struct Group {
  bool (*holds)(const TrainingArticle&);
  bool positive;
  double share;
};

// A head tells its positive groups from its negative ones.
struct HeadRecipe {
  std::string name;
  std::vector<Group> groups;
};

// The only head that is a supervised fastText model of sentences. It tells weak engines' output (rule-based,
// statistical, round trips) from people's writing.
const HeadRecipe& fluency_recipe();

// The heads that are linear models of whole passages. machine: machine output against people's writing; translation:
// statistical and neural output against people's translations of the same articles; translated: translations, by people
// or neural systems, against English originals.
const std::vector<HeadRecipe>& passage_recipes();

std::vector<std::string> head_names();

// The share of each cell in a head's training on all folds; the shares add up to 1.
std::map<std::string, double> cell_shares(const HeadRecipe& recipe, const std::vector<Passage>& passages);

struct HeadOptions {
  int epochs = 2;
  double learning_rate = 0.3;
  int dimension = 8;
  std::uint64_t fluency_words = 4'000'000;  // about this many of each class in an epoch
  int max_copies = 3;                       // the most copies of a passage in an epoch
  std::uint64_t min_count = 10;
  std::uint32_t buckets = 1 << 20;
  std::uint32_t min_passages = 10;
  double l2 = 0.001;
  int seed = 1;
};

// Trains all heads at the same time, on all folds except `without` (-1: on all). Writes the fluency head's training
// file and model into `folder`. Deterministic, since each head is trained in one thread.
std::vector<FusedHead> train_heads(const std::vector<Passage>& passages, const Vocabulary& vocabulary,
                                   const NgramRows& rows, int without, const HeadOptions& options,
                                   const std::string& folder);

}  // namespace calque::train
