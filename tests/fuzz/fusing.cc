// Compares a fused classifier with fastText itself, on any line.
#include <cmath>
#include <sstream>

#include "fuzz/target.h"
#include "heads/heads.h"
#include "heads/stream.h"
#include "support/fasttext_training.h"

namespace calque::fuzz {
namespace {

struct Models {
  fasttext::FastText original;
  Heads fused;
};

const Models& models() {
  static const Models* const kModels = [] {
    const testing::Scratch scratch;
    fasttext::Args args = testing::usual_arguments();
    args.minn = 2;
    args.maxn = 4;
    testing::train_fasttext(scratch, args, scratch.path("model"));
    auto fused = Heads::load_classifier(scratch.path("model"), "machine");
    demand(fused.has_value(), "a model of fastText can be fused");
    auto* const models = new Models{{}, *std::move(fused)};
    models->original.loadModel(scratch.path("model"));
    return models;
  }();
  return *kModels;
}

}  // namespace

void run(std::string_view input) {
  const std::string line(input.substr(0, input.find('\n')));
  std::istringstream stream(line + "\n");
  std::vector<std::pair<fasttext::real, std::string>> predictions;
  models().original.predictLine(stream, predictions, 2, 0);
  if (predictions.empty()) return;
  const Text text;
  const Sentence sentence{{0, static_cast<std::uint32_t>(line.size())}, 0, 0, 0};
  const float logit = models().fused.score(Stream(line, text, StreamKind::kRaw).read(sentence), line)[0];
  for (const auto& [probability, label] : predictions) {
    if (label != "__label__machine") continue;
    demand(std::abs(1 / (1 + std::exp(-logit)) - probability) < 1e-4, "the probability is that of fastText");
  }
}

}  // namespace calque::fuzz
