#include "train/heads.h"

#include <fasttext/fasttext.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <stdexcept>

namespace calque::train {
namespace {

bool is_neural(const TrainingArticle& article) { return article.kind == Kind::kMachine && article.engine == "nmt"; }
bool is_weak(const TrainingArticle& article) { return article.kind == Kind::kMachine && article.engine != "nmt"; }
bool is_original(const TrainingArticle& article) { return article.kind == Kind::kOriginal; }
bool is_translation(const TrainingArticle& article) { return article.kind == Kind::kTranslation; }

// A line of the training file.
struct Example {
  const std::string* line;
  bool positive;
};

// How often each cell's articles are used, so that every cell gives the same number of words and both classes weigh the
// same.
class Balance {
 public:
  Balance(const HeadRecipe& recipe, const std::vector<TrainingLines>& articles, int without, const HeadOptions& options)
      : options_(options) {
    for (const TrainingLines& lines : articles) {
      if (lines.article->fold == without) continue;
      if (recipe.is_positive(*lines.article)) cells_[1][lines.article->cell] += lines.article->words;
      if (recipe.is_negative(*lines.article)) cells_[0][lines.article->cell] += lines.article->words;
    }
    const double negative = total(0);
    const double positive = total(1);
    share_ = {std::min(1.0, positive / negative), std::min(1.0, negative / positive)};
  }

  // The expected number of copies of an article.
  double copies(const TrainingArticle& article, bool positive) const {
    return cell_copies(positive, article.cell) * share_[positive];
  }

 private:
  double cell_copies(bool positive, const std::string& cell) const {
    return std::min<double>(options_.max_copies,
                            static_cast<double>(options_.cell_words) / static_cast<double>(cells_[positive].at(cell)));
  }
  double total(bool positive) const {
    double words = 0;
    for (const auto& [cell, count] : cells_[positive])
      words += static_cast<double>(count) * cell_copies(positive, cell);
    return words;
  }

  const HeadOptions& options_;
  std::array<std::map<std::string, std::uint64_t>, 2> cells_;  // words by cell
  std::array<double, 2> share_{};
};

std::vector<Example> choose(const HeadRecipe& recipe, const std::vector<TrainingLines>& articles, int without,
                            const HeadOptions& options) {
  const Balance balance(recipe, articles, without, options);
  std::mt19937_64 random(static_cast<std::uint64_t>(options.seed));
  std::vector<Example> examples;
  for (const TrainingLines& lines : articles) {
    const bool positive = recipe.is_positive(*lines.article);
    if (lines.article->fold == without || (!positive && !recipe.is_negative(*lines.article))) continue;
    const double copies = balance.copies(*lines.article, positive);
    for (const std::string& line : lines.lines) {
      const double drawn = static_cast<double>(random() >> 11) * 0x1.0p-53;
      const int times = static_cast<int>(copies + drawn);
      for (int i = 0; i < times; ++i) examples.push_back({&line, positive});
    }
  }
  std::shuffle(examples.begin(), examples.end(), random);
  return examples;
}

fasttext::Args arguments(const HeadOptions& options, const std::string& input) {
  fasttext::Args args;
  args.input = input;
  args.model = fasttext::model_name::sup;
  args.loss = fasttext::loss_name::softmax;
  args.minCount = options.min_count;
  args.minn = 0;
  args.maxn = 0;
  args.lr = options.learning_rate;
  args.dim = options.dimension;
  args.epoch = options.epochs;
  args.wordNgrams = options.word_ngrams;
  args.bucket = options.buckets;
  args.thread = 1;
  args.seed = options.seed;
  args.verbose = 0;
  return args;
}

}  // namespace

const std::vector<HeadRecipe>& head_recipes() {
  static const std::vector<HeadRecipe> kRecipes = {
      {"weak", is_weak, [](const TrainingArticle& article) { return !(article.kind == Kind::kMachine); }},
      {"neural", is_neural, is_translation},
      {"translated", [](const TrainingArticle& article) { return is_neural(article) || is_translation(article); },
       is_original},
  };
  return kRecipes;
}

FusedHead train_head(const HeadRecipe& recipe, const std::vector<TrainingLines>& lines, int without,
                     const HeadOptions& options, const std::string& folder) {
  const std::string base =
      fmt::format("{}/{}{}", folder, recipe.name, without < 0 ? "" : fmt::format("-without-{}", without));
  std::ofstream file(base + ".txt", std::ios::binary);
  for (const Example& example : choose(recipe, lines, without, options)) {
    file << (example.positive ? "__label__machine " : "__label__human ") << *example.line << '\n';
  }
  file.close();
  if (!file) throw std::runtime_error(base + ".txt: cannot be written");

  fasttext::FastText model;
  model.train(arguments(options, base + ".txt"));
  model.saveModel(base + ".bin");
  const auto read = FasttextFile::open(base + ".bin");
  if (!read) throw std::runtime_error(read.error().message);
  auto head = fuse(*read, "machine", base + ".bin");
  if (!head) throw std::runtime_error(head.error().message);
  head->name = recipe.name;
  return *head;
}

}  // namespace calque::train
