#include "lab/train/heads.h"

#include <fasttext/fasttext.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <future>
#include <map>
#include <random>
#include <stdexcept>

#include "lab/train/logistic_regression.h"

namespace calque::train {
namespace {

bool is_machine(const TrainingArticle& article) { return article.kind == ArticleKind::kMachine; }
bool is_neural(const TrainingArticle& article) { return is_machine(article) && article.engine == "nmt"; }
bool is_weak(const TrainingArticle& article) { return is_machine(article) && article.engine != "nmt"; }
bool is_round_trip(const TrainingArticle& article) { return is_machine(article) && article.is_round_trip; }
bool is_rule_based(const TrainingArticle& article) {
  return is_machine(article) && article.engine == "rbmt" && !article.is_round_trip;
}
bool is_statistical(const TrainingArticle& article) { return is_machine(article) && article.engine == "smt"; }
bool is_original(const TrainingArticle& article) { return article.kind == ArticleKind::kOriginal; }
bool is_translation(const TrainingArticle& article) { return article.kind == ArticleKind::kTranslation; }

// The passages of a head's training, each with its weight; the weights add up to 1.
std::vector<WeightedRow> choose(const HeadRecipe& recipe, const std::vector<Passage>& passages, int without) {
  std::vector<WeightedRow> chosen;
  for (const Group& group : recipe.groups) {
    std::map<std::string, double> cells;
    const auto wanted = [&](const Passage& passage) {
      return passage.source->fold != without && group.holds(*passage.source);
    };
    for (const Passage& passage : passages) {
      if (wanted(passage)) ++cells[passage.source->cell];
    }
    double total = 0;
    for (const auto& [name, size] : cells) total += std::cbrt(size);
    for (std::size_t i = 0; i < passages.size(); ++i) {
      if (!wanted(passages[i])) continue;
      const double size = cells[passages[i].source->cell];
      chosen.push_back({i, group.positive, group.share * std::cbrt(size) / (size * total)});
    }
  }
  return chosen;
}

fasttext::Args arguments(const HeadOptions& options, const std::string& input) {
  fasttext::Args args;
  args.input = input;
  args.model = fasttext::model_name::sup;
  args.loss = fasttext::loss_name::softmax;
  args.minCount = static_cast<int>(options.min_count);
  args.minn = 0;
  args.maxn = 0;
  args.lr = options.learning_rate;
  args.dim = options.dimension;
  args.epoch = options.epochs;
  args.wordNgrams = 2;
  args.bucket = static_cast<int>(options.buckets);
  args.thread = 1;
  args.seed = options.seed;
  args.verbose = 0;
  return args;
}

// The training file: each line as often as its passage's weight asks, in random order.
void write_lines(const std::vector<Passage>& passages, const std::vector<WeightedRow>& examples,
                 const HeadOptions& options, const std::string& path) {
  double mean_words = 0;
  for (const WeightedRow& example : examples) mean_words += example.weight * passages[example.row].words;
  const double draws = 2 * static_cast<double>(options.fluency_words) / mean_words;
  std::mt19937_64 random(static_cast<std::uint64_t>(options.seed));
  std::vector<std::pair<bool, const std::string*>> lines;
  for (const WeightedRow& example : examples) {
    const double copies = std::min<double>(options.max_copies, draws * example.weight);
    for (const std::string& line : passages[example.row].lines) {
      const int times = static_cast<int>(copies + static_cast<double>(random() >> 11) * 0x1.0p-53);
      for (int i = 0; i < times; ++i) lines.emplace_back(example.positive, &line);
    }
  }
  std::shuffle(lines.begin(), lines.end(), random);
  std::ofstream file(path, std::ios::binary);
  for (const auto& [positive, line] : lines) {
    file << (positive ? "__label__machine " : "__label__human ") << *line << '\n';
  }
  file.close();
  if (!file) throw std::runtime_error(path + ": cannot be written");
}

FusedHead train_fluency(const std::vector<Passage>& passages, int without, const HeadOptions& options,
                        const std::string& folder) {
  const HeadRecipe& recipe = fluency_recipe();
  const std::string base =
      fmt::format("{}/{}{}", folder, recipe.name, without < 0 ? "" : fmt::format("-without-{}", without));
  write_lines(passages, choose(recipe, passages, without), options, base + ".txt");
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

// A linear model's weights as a head's values: their mean over a sentence's features is its logit.
FusedHead as_head(const std::string& name, const LinearModel& model, const NgramRows& rows,
                  const Vocabulary& vocabulary, std::uint32_t buckets) {
  std::vector<float> values(vocabulary.size() + buckets, model.bias);
  for (std::size_t column = 0; column < model.weights.size(); ++column) {
    values[rows.features[column]] += NgramRows::kScale * model.weights[column];
  }
  FusedHead head;
  head.name = name;
  head.word_ngrams = 2;
  head.words.resize(vocabulary.size());
  for (const auto& [key, feature] : vocabulary) head.words[feature] = {key, 1, values[feature]};
  head.buckets.assign(values.begin() + static_cast<std::ptrdiff_t>(vocabulary.size()), values.end());
  return head;
}

}  // namespace

const HeadRecipe& fluency_recipe() {
  static const HeadRecipe kRecipe = {"fluency",
                                     {{is_weak, true, 0.5}, {is_translation, false, 0.25}, {is_original, false, 0.25}}};
  return kRecipe;
}

const std::vector<HeadRecipe>& passage_recipes() {
  static const std::vector<HeadRecipe> kRecipes = {
      {"machine",
       {{is_neural, true, 0.25},
        {is_statistical, true, 0.12},
        {is_rule_based, true, 0.08},
        {is_round_trip, true, 0.05},
        {is_translation, false, 0.35},
        {is_original, false, 0.15}}},
      {"translation", {{is_neural, true, 0.35}, {is_statistical, true, 0.15}, {is_translation, false, 0.5}}},
      {"translated", {{is_neural, true, 0.25}, {is_translation, true, 0.25}, {is_original, false, 0.5}}},
  };
  return kRecipes;
}

std::vector<std::string> head_names() {
  std::vector<std::string> names = {fluency_recipe().name};
  for (const HeadRecipe& recipe : passage_recipes()) names.push_back(recipe.name);
  return names;
}

std::map<std::string, double> cell_shares(const HeadRecipe& recipe, const std::vector<Passage>& passages) {
  std::map<std::string, double> shares;
  for (const WeightedRow& row : choose(recipe, passages, -1)) shares[passages[row.row].source->cell] += row.weight;
  return shares;
}

std::vector<FusedHead> train_heads(const std::vector<Passage>& passages, const Vocabulary& vocabulary,
                                   const NgramRows& rows, int without, const HeadOptions& options,
                                   const std::string& folder) {
  std::vector<std::future<FusedHead>> running;
  running.reserve(1 + passage_recipes().size());
  running.push_back(std::async(std::launch::async, [&] { return train_fluency(passages, without, options, folder); }));
  for (const HeadRecipe& recipe : passage_recipes()) {
    running.push_back(std::async(std::launch::async, [&, without] {
      const LinearModel model = fit_logistic(rows, choose(recipe, passages, without), options.l2, options.seed);
      return as_head(recipe.name, model, rows, vocabulary, options.buckets);
    }));
  }
  std::vector<FusedHead> heads;
  heads.reserve(running.size());
  for (auto& head : running) heads.push_back(head.get());
  return heads;
}

}  // namespace calque::train
