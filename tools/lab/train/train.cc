#include "lab/train/train.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "evaluate/ratings.h"
#include "lab/train/feature_table.h"
#include "lab/train/held_out.h"
#include "lab/train/manifest.h"
#include "pack/lexicon_files.h"

namespace calque::train {
namespace {

namespace fs = std::filesystem;

template <typename Value>
Value value_of(Expected<Value> expected) {
  if (!expected) throw std::runtime_error(expected.error().message);
  return *std::move(expected);
}

Lexicons load_lexicons(const TrainOptions& options) {
  Lexicons lexicons = value_of(Lexicons::parse(lexicon_sources(value_of(read_lexicon_files(options.lexicons)))));
  if (!options.evidence.empty())
    lexicons.evidence = value_of(ContextEvidence::load(value_of(Pack::open(options.evidence))));
  return lexicons;
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

void write_text(const fs::path& path, const std::string& text) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) throw std::runtime_error(path.string() + ": cannot be written");
}

}  // namespace

void train(const TrainOptions& options) {
  fs::create_directories(options.work);
  const Lexicons lexicons = load_lexicons(options);
  std::vector<SourceFile> files;
  std::vector<TrainingArticle> corpus = read_corpus(options.articles, options.max_words, &files);
  std::ranges::move(read_development(options.also, files), std::back_inserter(corpus));
  const std::vector<Sample> samples = cut(corpus, kMinWords);
  const HeadInput input = read_head_input(samples, lexicons, options.heads);
  fmt::print(stderr, "calque-lab: {} articles, {} passages, {} words in the vocabulary\n", corpus.size(),
             samples.size(), input.vocabulary.size());

  FeatureTable table = build_table(samples, input, lexicons, options.heads, options.work);
  leave_out(options.leave_out, table);
  fmt::print(stderr, "calque-lab: the article model\n");
  const ArticleTraining training = train_article_model(table, read_ratings(samples, options.ratings));
  if (!options.table.empty()) write_table(options.table, table, training);
  if (!options.held_out.empty()) write_text(options.held_out, held_out_json(table, training, options.version));

  fmt::print(stderr, "calque-lab: heads on all folds\n");
  PackSections sections = head_sections(train_tables(input, -1, options.heads, options.work)->tables);
  sections.emplace_back("verdict.json", verdict_json(table, training, options.version));
  if (const auto written = write_pack(options.output, sections); !written)
    throw std::runtime_error(written.error().message);
  if (!options.manifest.empty()) {
    write_text(options.manifest,
               manifest_json({files, corpus, input.passages, table, options.heads, options.max_words, kMinWords,
                              options.articles, options.lexicons, options.output, options.version, options.ratings}));
  }
}

}  // namespace calque::train
