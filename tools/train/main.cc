// calque-train: from folders of articles to the weights of a pack.
//
//   build/release/bin/calque-train --articles ../shared/data/articles --round-trips build/round-trips
//       --lexicons models/en/lexicon --output models/en/weights.calque
//
// Deterministic: the same folders and seed give the same weights, byte for byte.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <future>

#include "fluency/heads.h"
#include "pack/lexicon_sections.h"
#include "train/article_training.h"
#include "train/corpus.h"
#include "train/heads.h"
#include "train/samples.h"
#include "verdict/features.h"

namespace calque::train {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string articles;
  std::string round_trips;
  std::string lexicons;
  std::string output;
  std::string work = "build/train";
  std::string table;
  std::string version = "en-2026.11";
  std::uint64_t max_words = 500'000;
  std::uint32_t min_words = 60;
  HeadOptions heads;
};

Lexicons load_lexicons(const std::string& folder) {
  const auto sections = read_lexicon_sections(folder);
  if (!sections) throw std::runtime_error(sections.error().message);
  return *Lexicons::parse(lexicon_sources(*sections));
}

std::vector<TrainingLines> fold_lines(const std::vector<TrainingArticle>& corpus, const Lexicons& lexicons) {
  std::vector<TrainingLines> all;
  all.reserve(corpus.size());
  for (const TrainingArticle& article : corpus) {
    TrainingLines lines{&article, {}};
    std::string text;
    for (const std::string& sentence : article.sentences) text += sentence + "\n\n";
    const Staged staged = run_stages(text, lexicons);
    for (const Sentence& sentence : staged.text.sentences) {
      std::string line = stream_text(staged.article.text, staged.text, sentence);
      if (!line.empty()) lines.lines.push_back(std::move(line));
    }
    all.push_back(std::move(lines));
  }
  return all;
}

// The heads trained without one fold (-1: on all), two at a time.
std::vector<FusedHead> train_heads(const std::vector<TrainingLines>& lines, int without, const Options& options) {
  std::vector<std::future<FusedHead>> running;
  for (const HeadRecipe& recipe : head_recipes()) {
    running.push_back(std::async(std::launch::async, [&recipe, &lines, without, &options] {
      return train_head(recipe, lines, without, options.heads, options.work);
    }));
  }
  std::vector<FusedHead> heads;
  for (auto& head : running) heads.push_back(head.get());
  return heads;
}

Heads load_heads(const std::vector<FusedHead>& fused) {
  auto tables = interleave(fused);
  if (!tables) throw std::runtime_error(tables.error().message);
  return Heads((*tables)->tables, *tables);
}

Eigen::RowVectorXd features_of(const std::string& text, const Heads& heads, const Lexicons& lexicons) {
  const Staged staged = run_stages(text, lexicons);
  const std::vector<float> scores = score_sentences(heads, staged.article.text, staged.text);
  const auto features = article_features({staged.text, staged.findings, scores, heads.names().size()});
  return Eigen::Map<const Eigen::RowVectorXd>(features.data(), static_cast<Eigen::Index>(features.size()));
}

FeatureTable build_table(const std::vector<Sample>& samples, const std::vector<TrainingLines>& lines,
                         const Lexicons& lexicons, const Options& options) {
  FeatureTable table;
  std::vector<std::string> heads;
  for (const HeadRecipe& recipe : head_recipes()) heads.push_back(recipe.name);
  table.names = feature_names(heads);
  table.rows.resize(static_cast<Eigen::Index>(samples.size()), static_cast<Eigen::Index>(table.names.size()));
  for (const Sample& sample : samples) table.sources.push_back(sample.source);
  for (int fold = 0; fold < kFolds; ++fold) {
    fmt::print(stderr, "calque-train: heads without fold {}\n", fold);
    const Heads held_out = load_heads(train_heads(lines, fold, options));
    for (std::size_t i = 0; i < samples.size(); ++i) {
      if (samples[i].source->fold != fold) continue;
      table.rows.row(static_cast<Eigen::Index>(i)) = features_of(samples[i].text, held_out, lexicons);
    }
  }
  return table;
}

// One line a sample: id, cell, kind, fold, held-out probability, then the features.
void write_table(const std::string& path, const FeatureTable& table, const ArticleTraining& training) {
  std::ofstream file(path);
  file << "id\tcell\tkind\tfold\tprobability";
  for (const std::string& name : table.names) file << '\t' << name;
  for (std::size_t i = 0; i < table.sources.size(); ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    const TrainingArticle& source = *table.sources[i];
    file << fmt::format("\n{}\t{}\t{}\t{}\t{:.5f}", source.id, source.cell, static_cast<int>(source.kind), source.fold,
                        training.held_out[row]);
    for (const double value : table.rows.row(row)) file << fmt::format("\t{:.5g}", value);
  }
  file << '\n';
}

void run(const Options& options) {
  fs::create_directories(options.work);
  const Lexicons lexicons = load_lexicons(options.lexicons);
  const std::vector<TrainingArticle> corpus = read_corpus(options.articles, options.round_trips, options.max_words);
  const std::vector<TrainingLines> lines = fold_lines(corpus, lexicons);
  const std::vector<Sample> samples = cut(corpus, options.min_words);
  fmt::print(stderr, "calque-train: {} articles, {} samples\n", corpus.size(), samples.size());

  const FeatureTable table = build_table(samples, lines, lexicons, options);
  fmt::print(stderr, "calque-train: the article model\n");
  const ArticleTraining training = train_article_model(table);
  if (!options.table.empty()) write_table(options.table, table, training);

  fmt::print(stderr, "calque-train: heads on all folds\n");
  const auto heads = interleave(train_heads(lines, -1, options));
  if (!heads) throw std::runtime_error(heads.error().message);
  PackSections sections = head_sections((*heads)->tables);
  sections.emplace_back("verdict.json", verdict_json(table, training, options.version));
  if (const auto written = write_pack(options.output, sections); !written)
    throw std::runtime_error(written.error().message);
}

int run_command(int argc, char** argv) {
  Options options;
  CLI::App app("Trains the weights of a model pack from folders of articles. Deterministic for a seed.",
               "calque-train");
  app.add_option("--articles", options.articles, "Folder of train-*.jsonl.gz and originals-*.jsonl.zst")->required();
  app.add_option("--round-trips", options.round_trips, "Folder of round_trip.py's output");
  app.add_option("--lexicons", options.lexicons, "Folder of *.tsv lexicons")->required();
  app.add_option("--output", options.output, "The weights to write; calque-pack adds the lexicons")->required();
  app.add_option("--work", options.work, "Folder for training files and fastText models")->capture_default_str();
  app.add_option("--table", options.table, "Also write every sample's features, as TSV");
  app.add_option("--version-name", options.version, "Written into the pack")->capture_default_str();
  app.add_option("--max-words", options.max_words, "Words kept of each file of originals")->capture_default_str();
  app.add_option("--cell-words", options.heads.cell_words, "Words of each year, pair and engine in a head's training")
      ->capture_default_str();
  app.add_option("--epochs", options.heads.epochs, "Of a head's training")->capture_default_str();
  app.add_option("--learning-rate", options.heads.learning_rate, "Of a head's training")->capture_default_str();
  app.add_option("--buckets", options.heads.buckets, "For hashed n-grams")->capture_default_str();
  app.add_option("--min-count", options.heads.min_count, "Of a word, to have a weight of its own")
      ->capture_default_str();
  app.add_option("--seed", options.heads.seed)->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  run(options);
  return 0;
}

}  // namespace
}  // namespace calque::train

int main(int argc, char** argv) {
  try {
    return calque::train::run_command(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "calque-train: %s\n", error.what());
    return 3;
  }
}
