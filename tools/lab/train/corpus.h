// The training articles, from folders of JSONL.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "labelled/article.h"

namespace calque::train {

// A labelled article and its place in training.
struct TrainingArticle : LabelledArticle {
  std::string file;            // without its endings
  std::string cell;            // the unit of balancing: the file, year, language pair, kind and engine
  bool is_round_trip = false;  // English -> another language -> English
  int fold = 0;                // articles of different folds share no year, or no document
  std::uint32_t words = 0;
};

inline constexpr int kFolds = 6;

// The counts of a manifest.
struct Amount {
  std::uint64_t articles = 0;
  std::uint64_t words = 0;
};
using Amounts = std::array<Amount, 3>;  // by ArticleKind

// A file, and its articles before any is left out.
struct SourceFile {
  std::string path;
  std::string source;  // source_of() its articles
  Amounts read;
};

// The article's source in the manifest: a file, or all shards of a system's round trips.
std::string source_of(const TrainingArticle& article);

// Reads every *.jsonl* of the folders except dev-* and learners-*. Leaves out the ids that a folder's overlap.txt lists
// and the test sets of 2016, 2018, 2019 and from 2022 on, and keeps at most `max_words` words of each file originals-*,
// chosen by the id's hash. Adds the files to `files`, if given. Throws std::runtime_error.
std::vector<TrainingArticle> read_corpus(const std::vector<std::string>& folders, std::uint64_t max_words,
                                         std::vector<SourceFile>* files = nullptr);

// Reads files of articles for development, which a pack that ships may learn from once all choices are made: also the
// test sets of 2018 and 2022. Adds them to `files`. Throws std::runtime_error.
std::vector<TrainingArticle> read_development(const std::vector<std::string>& paths, std::vector<SourceFile>& files);

// A number that depends only on the text, for choices that must be the same in every run.
std::uint64_t stable_hash(std::string_view text);

}  // namespace calque::train
