#include "lab/train/corpus.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <unordered_set>

#include "labelled/lines.h"
#include "text/fold.h"

namespace calque::train {
namespace {

namespace fs = std::filesystem;

// The systems of one test set translate the same articles, so these go together. Until 2015 a year's articles are the
// same in all pairs, which makes a year the least that can be split off; in 2021 each pair has articles of its own.
// Originals go by document.
int fold_of(std::string_view id, std::string_view pair, std::int64_t year, bool is_wmt) {
  if (!is_wmt || (year == 2021 && pair == "en-en")) {
    return static_cast<int>(stable_hash(fmt::format("{}{}", pair, id)) % kFolds);
  }
  if (year != 2021) return year <= 2012 || year == 2018 ? 0 : year <= 2014 || year == 2022 ? 1 : 2;
  return pair == "cs-en" || pair == "de-en" ? 3 : pair == "ha-en" || pair == "is-en" ? 4 : 5;
}

// Test sets that are kept for measuring, whatever file their articles stand in. Those of 2018 and 2022 are for
// development: a pack that ships may learn from them.
bool is_kept_for_tests(const LabelledArticle& article, bool is_development) {
  const std::int64_t year = article.year;
  if (!article.id.starts_with("wmt")) return false;
  if (year == 2018 || year == 2022) return !is_development;
  return year == 2016 || year == 2019 || year > 2022;
}

TrainingArticle place(LabelledArticle labelled, const std::string& file) {
  TrainingArticle article{std::move(labelled), file, {}, false, 0, 0};
  const bool is_wmt = article.id.starts_with("wmt");
  article.is_round_trip = article.system.starts_with("apertium-");
  article.fold = fold_of(article.id, article.pair, article.year, is_wmt);
  article.cell = article.is_round_trip ? article.system
                 : is_wmt ? fmt::format("{} {} {} {} {}", file, article.year, article.pair, kind_name(article.kind),
                                        article.engine)
                          : file;
  for (const std::string& sentence : article.sentences) {
    article.words += static_cast<std::uint32_t>(1 + std::ranges::count(sentence, ' '));
  }
  return article;
}

// Keeps the articles with the smallest hashes, so that a smaller limit keeps a part of what a larger one keeps.
void keep_words(std::vector<TrainingArticle>& articles, std::uint64_t max_words) {
  std::ranges::sort(articles, {}, [](const TrainingArticle& article) { return stable_hash(article.id); });
  std::uint64_t words = 0;
  const auto end = std::ranges::find_if(articles, [&](const TrainingArticle& article) {
    words += article.words;
    return words > max_words;
  });
  articles.erase(end, articles.end());
}

// All articles but those for development and those by learners of English, whose licence allows no training, by name.
std::vector<fs::path> list(const std::string& folder) {
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (name.find(".jsonl") != std::string::npos && !name.starts_with("dev-") && !name.starts_with("learners-"))
      paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

void count(const TrainingArticle& article, SourceFile& source) {
  source.source = source_of(article);
  Amount& amount = source.read[static_cast<std::size_t>(article.kind)];
  ++amount.articles;
  amount.words += article.words;
}

std::vector<TrainingArticle> read_file(const fs::path& path, const std::unordered_set<std::string>& overlap,
                                       bool is_development, SourceFile& source) {
  std::vector<TrainingArticle> articles;
  LabelledParser parser;
  Lines lines(path.string());
  const std::string file = path.filename().string().substr(0, path.filename().string().find('.'));
  source.source = file;  // should it be empty
  while (const auto line = lines.next()) {
    auto article = parser.parse(line->bytes);
    if (!article) throw std::runtime_error(fmt::format("{}: {}", name_of(line->origin), article.error()));
    TrainingArticle placed = place(*std::move(article), file);
    count(placed, source);
    if (!overlap.contains(placed.id) && !is_kept_for_tests(placed, is_development))
      articles.push_back(std::move(placed));
  }
  return articles;
}

}  // namespace

std::uint64_t stable_hash(std::string_view text) {
  // FNV's low bits are even enough, its high bits are not: mix once (splitmix64's finisher).
  std::uint64_t hash = hash_folded(text).key;
  hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
  hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
  return hash ^ (hash >> 31);
}

std::string source_of(const TrainingArticle& article) { return article.is_round_trip ? article.system : article.file; }

std::vector<TrainingArticle> read_corpus(const std::vector<std::string>& folders, std::uint64_t max_words,
                                         std::vector<SourceFile>* files) {
  std::vector<TrainingArticle> corpus;
  for (const std::string& folder : folders) {
    std::unordered_set<std::string> overlap;
    std::ifstream overlap_file(folder + "/overlap.txt");
    for (std::string id; std::getline(overlap_file, id);) overlap.insert(id);
    const std::vector<fs::path> paths = list(folder);
    if (paths.empty()) throw std::runtime_error(folder + ": no *.jsonl, *.jsonl.gz or *.jsonl.zst to train on");
    for (const fs::path& path : paths) {
      SourceFile source{path.string(), {}, {}};
      std::vector<TrainingArticle> read = read_file(path, overlap, false, source);
      if (files != nullptr) files->push_back(std::move(source));
      if (path.filename().string().starts_with("originals-")) keep_words(read, max_words);
      std::ranges::move(read, std::back_inserter(corpus));
    }
  }
  return corpus;
}

std::vector<TrainingArticle> read_development(const std::vector<std::string>& paths, std::vector<SourceFile>& files) {
  std::vector<TrainingArticle> corpus;
  for (const std::string& path : paths) {
    SourceFile source{path, {}, {}};
    std::ranges::move(read_file(path, {}, true, source), std::back_inserter(corpus));
    files.push_back(std::move(source));
  }
  return corpus;
}

}  // namespace calque::train
