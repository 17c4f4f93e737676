// Fused models give the same numbers as fastText, with less work.
#include <cmath>
#include <sstream>

#include "heads/heads.h"
#include "support/catch.h"
#include "support/fasttext_training.h"

namespace calque {
namespace {

constexpr double kTolerance = 1e-4;

// Lines that a model must accept: known words, unknown words, no words, odd spacing, a label.
std::vector<std::string> test_lines() {
  std::vector<std::string> lines = {"",
                                    "   ",
                                    "zzz qqq",
                                    "the minister __label__human said",
                                    "the\tminister\vsaid\f.",
                                    "naïve café — “as he stated”",
                                    "said said said said said",
                                    "</s>",
                                    "unknownword the"};
  for (std::string line : testing::training_lines(500, 2)) lines.push_back(line.substr(line.find(' ') + 1));
  return lines;
}

float fused_logit(const Heads& heads, const std::string& line) {
  Text text;
  const Sentence sentence{{0, static_cast<std::uint32_t>(line.size())}, 0, 0, 0};
  return heads.score(Stream(line, text, StreamKind::kRaw).read(sentence), line)[0];
}

// fastText's probability of "machine", or -1 when it predicts nothing.
double fasttext_probability(const fasttext::FastText& model, const std::string& line) {
  std::istringstream stream(line + "\n");
  std::vector<std::pair<fasttext::real, std::string>> predictions;
  model.predictLine(stream, predictions, 2, 0);
  for (const auto& [probability, label] : predictions) {
    if (label == "__label__machine") return probability;
  }
  return -1;
}

void check_agreement(const std::string& path, double tolerance) {
  const auto heads = Heads::load_classifier(path, "machine");
  REQUIRE(heads);
  fasttext::FastText model;
  model.loadModel(path);
  int compared = 0;
  for (const std::string& line : test_lines()) {
    const double expected = fasttext_probability(model, line);
    if (expected < 0) continue;
    const double found = 1 / (1 + std::exp(-fused_logit(*heads, line)));
    INFO(path << ": " << line);
    REQUIRE(std::abs(found - expected) < tolerance);
    ++compared;
  }
  REQUIRE(compared > 400);
}

TEST_CASE("A fused softmax model gives fastText's probabilities") {
  for (const int ngrams : {1, 2, 3, 5}) {
    const testing::Scratch scratch;
    fasttext::Args args = testing::usual_arguments();
    args.wordNgrams = ngrams;
    testing::train_fasttext(scratch, args, scratch.path("model.bin"));
    check_agreement(scratch.path("model.bin"), kTolerance);
  }
}

TEST_CASE("A fused model with character n-grams gives fastText's probabilities, for unknown words as well") {
  for (const auto& [min, max] : {std::pair{1, 3}, {2, 2}, {3, 6}}) {
    const testing::Scratch scratch;
    fasttext::Args args = testing::usual_arguments();
    args.minn = min;
    args.maxn = max;
    testing::train_fasttext(scratch, args, scratch.path("model.bin"));
    check_agreement(scratch.path("model.bin"), kTolerance);
  }
}

TEST_CASE("A fused model of any other loss gives fastText's probabilities, within its table of the sigmoid") {
  // For losses other than softmax, fastText looks up the sigmoid in a table of 512 steps from -8 to 8 (loss.cc), whose
  // error is at most 1/128.
  for (const auto loss : {fasttext::loss_name::hs, fasttext::loss_name::ns, fasttext::loss_name::ova}) {
    const testing::Scratch scratch;
    fasttext::Args args = testing::usual_arguments();
    args.loss = loss;
    testing::train_fasttext(scratch, args, scratch.path("model.bin"));
    check_agreement(scratch.path("model.bin"), 1.0 / 128);
  }
}

TEST_CASE("A fused quantised model gives fastText's probabilities, pruned or not") {
  for (const std::size_t cutoff : {0, 400}) {
    const testing::Scratch scratch;
    fasttext::Args args = testing::usual_arguments();
    args.minn = 2;
    args.maxn = 4;
    args.dim = 7;  // makes the last part of a quantised row shorter
    args.dsub = 2;
    args.qnorm = true;
    args.cutoff = cutoff;
    testing::train_fasttext(scratch, args, scratch.path("model.ftz"));
    check_agreement(scratch.path("model.ftz"), kTolerance);
  }
}

}  // namespace
}  // namespace calque
