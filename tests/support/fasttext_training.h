// Small fastText models, trained by libfasttext on sentences that we wrote.
#pragma once

#include <fasttext/fasttext.h>

#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "support/scratch.h"

namespace calque::testing {

// Sentences of a simple grammar, in which the two classes prefer different words.
inline std::vector<std::string> training_lines(int count, unsigned seed) {
  const std::vector<std::vector<std::string>> slots = {
      {"the minister", "a farmer", "the café owner", "naïve readers", "el presidente", "the board"},
      {"said", "announced", "denied", "added that he", "has ascended", "rose"},
      {"the withdrawal", "its shares", "the actions", "a blow", "the slap", "the quarter's results"},
      {"on Thursday .", "the Thursday .", "in the capital ,", "of the pace", "— again", "“as he stated”"}};
  std::mt19937 random(seed);
  std::vector<std::string> lines;
  for (int i = 0; i < count; ++i) {
    const bool machine = random() % 2 == 0;
    std::string line = machine ? "__label__machine" : "__label__human";
    for (const auto& slot : slots) {
      const auto half = slot.size() / 2;
      const bool typical = random() % 4 != 0;
      line += " " + slot[random() % half + (machine == typical ? half : 0)];
    }
    lines.push_back(line);
  }
  return lines;
}

// Trains on those lines and saves the model as `path`.
inline void train_fasttext(const Scratch& scratch, fasttext::Args args, const std::string& path) {
  std::string text;
  for (const std::string& line : training_lines(2000, 1)) text += line + "\n";
  args.input = scratch.write("training.txt", text);
  args.model = fasttext::model_name::sup;
  args.thread = 1;
  args.verbose = 0;
  args.lr = 0.5;
  args.minCount = 2;
  fasttext::FastText model;
  model.train(args);
  if (args.qnorm || args.qout) model.quantize(args);
  model.saveModel(path);
}

inline fasttext::Args usual_arguments() {
  fasttext::Args args;
  args.loss = fasttext::loss_name::softmax;
  args.dim = 6;
  args.epoch = 3;
  args.bucket = 5000;
  args.wordNgrams = 2;
  args.minn = 0;
  args.maxn = 0;
  return args;
}

}  // namespace calque::testing
