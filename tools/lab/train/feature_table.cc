#include "lab/train/feature_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <stdexcept>

#include "heads/heads.h"
#include "labelled/language.h"
#include "verdict/features.h"

namespace calque::train {
namespace {

void fill_row(std::size_t row, const std::string& text, const Heads& heads, const Lexicons& lexicons,
              FeatureTable& table) {
  const Staged staged = run_stages(text, lexicons);
  const std::vector<float> scores = score_sentences(heads, staged.article.text, staged.text);
  const auto features = article_features(
      {staged.text, staged.findings, scores, heads.names().size(), staged.unusual_pairs, staged.doubts});
  table.rows.row(static_cast<Eigen::Index>(row)) =
      Eigen::Map<const Eigen::RowVectorXd>(features.data(), static_cast<Eigen::Index>(features.size()));
  table.personal_words[row] = personal_word_share(staged.text, labelled_language());
}

}  // namespace

HeadInput read_head_input(const std::vector<Sample>& samples, const Lexicons& lexicons, const HeadOptions& options) {
  HeadInput input{read_passages(samples, lexicons), {}, {}};
  input.vocabulary = count_words(input.passages, options.min_count);
  input.rows = count_ngrams(input.passages, input.vocabulary, options.buckets, options.min_passages);
  return input;
}

std::shared_ptr<const OwnedTables> train_tables(const HeadInput& input, int without, const HeadOptions& options,
                                                const std::string& folder) {
  auto tables = interleave(train_heads(input.passages, input.vocabulary, input.rows, without, options, folder));
  if (!tables) throw std::runtime_error(tables.error().message);
  return *tables;
}

FeatureTable build_table(const std::vector<Sample>& samples, const HeadInput& input, const Lexicons& lexicons,
                         const HeadOptions& options, const std::string& folder) {
  FeatureTable table;
  table.names = feature_names(head_names());
  table.rows.resize(static_cast<Eigen::Index>(samples.size()), static_cast<Eigen::Index>(table.names.size()));
  table.personal_words.resize(samples.size());
  for (const Sample& sample : samples) table.sources.push_back(sample.source);
  for (int fold = 0; fold < kFolds; ++fold) {
    fmt::print(stderr, "calque-lab: heads without fold {}\n", fold);
    const auto tables = train_tables(input, fold, options, folder);
    const Heads held_out(tables->tables, tables);
    for (std::size_t i = 0; i < samples.size(); ++i) {
      if (samples[i].source->fold != fold) continue;
      fill_row(i, samples[i].text, held_out, lexicons, table);
    }
  }
  return table;
}

void leave_out(const std::vector<std::string>& prefixes, FeatureTable& table) {
  for (std::size_t column = 0; column < table.names.size(); ++column) {
    const bool is_left_out = std::ranges::any_of(
        prefixes, [&](const std::string& prefix) { return table.names[column].starts_with(prefix); });
    if (is_left_out) table.rows.col(static_cast<Eigen::Index>(column)).setZero();
  }
}

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

}  // namespace calque::train
