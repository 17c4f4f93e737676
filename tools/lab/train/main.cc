// calque-train: from folders of articles to the weights of a pack.
//
//   build/release/bin/calque-train --articles ../shared/data/articles build/round-trips build/registers
//       --lexicons models/en/lexicon --evidence models/en/evidence.calque --output models/en/weights.calque
//
// Deterministic: the same folders and seed give the same weights, byte for byte.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "evaluate/ratings.h"
#include "heads/heads.h"
#include "lab/train/article_training.h"
#include "lab/train/corpus.h"
#include "lab/train/heads.h"
#include "lab/train/held_out.h"
#include "lab/train/manifest.h"
#include "lab/train/samples.h"
#include "pack/lexicon_sections.h"
#include "verdict/features.h"

namespace calque::train {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::vector<std::string> articles;
  std::vector<std::string> ratings;
  std::vector<std::string> leave_out;
  std::string lexicons;
  std::string evidence;
  std::string output;
  std::string work = "build/train";
  std::string table;
  std::string manifest;
  std::string held_out;
  std::string version = "en-2026.11.4";
  std::uint64_t max_words = 500'000;
  HeadOptions heads;
};

template <typename Value>
Value value_of(Expected<Value> expected) {
  if (!expected) throw std::runtime_error(expected.error().message);
  return *std::move(expected);
}

Lexicons load_lexicons(const Options& options) {
  Lexicons lexicons = value_of(Lexicons::parse(lexicon_sources(value_of(read_lexicon_sections(options.lexicons)))));
  if (!options.evidence.empty())
    lexicons.evidence = value_of(ContextEvidence::load(value_of(Pack::open(options.evidence))));
  return lexicons;
}

std::shared_ptr<const OwnedTables> interleaved(const std::vector<FusedHead>& heads) {
  auto tables = interleave(heads);
  if (!tables) throw std::runtime_error(tables.error().message);
  return *tables;
}

void fill_row(std::size_t row, const std::string& text, const Heads& heads, const Lexicons& lexicons,
              FeatureTable& table) {
  const Staged staged = run_stages(text, lexicons);
  const std::vector<float> scores = score_sentences(heads, staged.article.text, staged.text);
  const auto features =
      article_features({staged.text, staged.findings, scores, heads.names().size(), staged.unusual_pairs});
  table.rows.row(static_cast<Eigen::Index>(row)) =
      Eigen::Map<const Eigen::RowVectorXd>(features.data(), static_cast<Eigen::Index>(features.size()));
  table.personal_words[row] = personal_word_share(staged.text);
}

// Each sample's mean rating: that of the article it was cut from; NaN where nobody rated it.
std::vector<double> read_ratings(const std::vector<Sample>& samples, const std::vector<std::string>& paths) {
  evaluate::Ratings ratings;
  for (const std::string& path : paths) ratings.read(path);
  std::vector<double> of_samples;
  of_samples.reserve(samples.size());
  for (const Sample& sample : samples) of_samples.push_back(ratings.of(*sample.source));
  return of_samples;
}

// For ablations: what is constant tells nothing.
void leave_out(const std::vector<std::string>& prefixes, FeatureTable& table) {
  for (std::size_t column = 0; column < table.names.size(); ++column) {
    const bool is_left_out = std::ranges::any_of(
        prefixes, [&](const std::string& prefix) { return table.names[column].starts_with(prefix); });
    if (is_left_out) table.rows.col(static_cast<Eigen::Index>(column)).setZero();
  }
}

// What the heads are trained on.
struct HeadInput {
  std::vector<Passage> passages;
  Vocabulary vocabulary;
  NgramRows rows;
};

HeadInput read_head_input(const std::vector<Sample>& samples, const Lexicons& lexicons, const HeadOptions& options) {
  HeadInput input{read_passages(samples, lexicons), {}, {}};
  input.vocabulary = count_words(input.passages, options.min_count);
  input.rows = count_ngrams(input.passages, input.vocabulary, options.buckets, options.min_passages);
  return input;
}

std::vector<FusedHead> train_heads(const HeadInput& input, int without, const Options& options) {
  return train_heads(input.passages, input.vocabulary, input.rows, without, options.heads, options.work);
}

FeatureTable build_table(const std::vector<Sample>& samples, const HeadInput& input, const Lexicons& lexicons,
                         const Options& options) {
  FeatureTable table;
  table.names = feature_names(head_names());
  table.rows.resize(static_cast<Eigen::Index>(samples.size()), static_cast<Eigen::Index>(table.names.size()));
  table.personal_words.resize(samples.size());
  for (const Sample& sample : samples) table.sources.push_back(sample.source);
  for (int fold = 0; fold < kFolds; ++fold) {
    fmt::print(stderr, "calque-train: heads without fold {}\n", fold);
    const auto tables = interleaved(train_heads(input, fold, options));
    const Heads held_out(tables->tables, tables);
    for (std::size_t i = 0; i < samples.size(); ++i) {
      if (samples[i].source->fold != fold) continue;
      fill_row(i, samples[i].text, held_out, lexicons, table);
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

void write_text(const fs::path& path, const std::string& text) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) throw std::runtime_error(path.string() + ": cannot be written");
}

void run(const Options& options) {
  fs::create_directories(options.work);
  const Lexicons lexicons = load_lexicons(options);
  std::vector<SourceFile> files;
  const std::vector<TrainingArticle> corpus = read_corpus(options.articles, options.max_words, &files);
  const std::vector<Sample> samples = cut(corpus, kMinWords);
  const HeadInput input = read_head_input(samples, lexicons, options.heads);
  fmt::print(stderr, "calque-train: {} articles, {} passages, {} words in the vocabulary\n", corpus.size(),
             samples.size(), input.vocabulary.size());

  FeatureTable table = build_table(samples, input, lexicons, options);
  leave_out(options.leave_out, table);
  fmt::print(stderr, "calque-train: the article model\n");
  const ArticleTraining training = train_article_model(table, read_ratings(samples, options.ratings));
  if (!options.table.empty()) write_table(options.table, table, training);
  if (!options.held_out.empty()) write_text(options.held_out, held_out_json(table, training, options.version));

  fmt::print(stderr, "calque-train: heads on all folds\n");
  PackSections sections = head_sections(interleaved(train_heads(input, -1, options))->tables);
  sections.emplace_back("verdict.json", verdict_json(table, training, options.version));
  if (const auto written = write_pack(options.output, sections); !written)
    throw std::runtime_error(written.error().message);
  if (!options.manifest.empty()) {
    write_text(options.manifest,
               manifest_json({files, corpus, input.passages, table, options.heads, options.max_words, kMinWords,
                              options.articles, options.lexicons, options.output, options.version, options.ratings}));
  }
}

int run_command(int argc, char** argv) {
  Options options;
  CLI::App app("Trains the weights of a model pack from folders of articles. Deterministic for a seed.",
               "calque-train");
  app.add_option("--articles", options.articles, "Folders of labelled articles (*.jsonl, *.jsonl.gz, *.jsonl.zst)")
      ->required();
  app.add_option("--quality", options.ratings,
                 "People's ratings of sentences: year, pair, system, segment, z, ratings, text")
      ->type_name("TSV");
  app.add_option("--lexicons", options.lexicons, "Folder of *.tsv lexicons")->required();
  app.add_option("--evidence", options.evidence, "What calque-mine wrote, for the detectors that read it");
  app.add_option("--output", options.output, "The weights to write; calque-pack adds the lexicons")->required();
  app.add_option("--work", options.work, "Folder for training files and fastText models")->capture_default_str();
  app.add_option("--table", options.table, "Also write every sample's features, as TSV");
  app.add_option("--manifest", options.manifest, "Also write what was read, and each source's share, as JSON");
  app.add_option("--held-out", options.held_out, "Also write how well held-out articles were told apart, as JSON");
  app.add_option("--leave-out", options.leave_out, "Features that the article model may not use, by how they begin")
      ->type_name("PREFIX");
  app.add_option("--version-name", options.version, "Written into the pack")->capture_default_str();
  app.add_option("--max-words", options.max_words, "Words kept of each file of originals")->capture_default_str();
  app.add_option("--epochs", options.heads.epochs, "Of the fluency head's training")->capture_default_str();
  app.add_option("--learning-rate", options.heads.learning_rate, "Of the fluency head's training")
      ->capture_default_str();
  app.add_option("--min-passages", options.heads.min_passages, "That an n-gram must stand in, to have a weight")
      ->capture_default_str();
  app.add_option("--l2", options.heads.l2, "Penalty on the passage heads' weights")->capture_default_str();
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
