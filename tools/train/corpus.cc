#include "train/corpus.h"

#include <fmt/format.h>
#include <simdjson.h>

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

// Whole years go together, since the systems of one year translate the same articles; originals go by document.
int fold_of(std::string_view id, std::string_view pair, std::int64_t year, bool is_wmt) {
  if (!is_wmt) return static_cast<int>(stable_hash(fmt::format("{}{}", pair, id)) % kFolds);
  return year <= 2012 ? 0 : year <= 2014 ? 1 : year <= 2017 ? 2 : 3;
}

Kind kind_of(std::string_view name) {
  return name == "machine" ? Kind::kMachine : name == "translation" ? Kind::kTranslation : Kind::kOriginal;
}

TrainingArticle parse(simdjson::dom::element root, const std::string& file) {
  const auto text = [&](const char* field) {
    std::string_view value;
    return root[field].get(value) ? std::string_view() : value;  // null where the data does not say
  };
  TrainingArticle article;
  article.id = text("id");
  article.engine = text("engine");
  article.pair = text("pair");
  article.kind = kind_of(text("kind"));
  article.is_round_trip = text("system").starts_with("apertium-");
  const bool is_wmt = article.id.starts_with("wmt");
  std::int64_t year = 0;
  if (root["year"].get(year)) year = 0;
  article.fold = fold_of(article.id, article.pair, year, is_wmt);
  article.cell = article.is_round_trip ? std::string(text("system"))
                 : is_wmt ? fmt::format("{} {} {} {} {}", file, year, article.pair, text("kind"), article.engine)
                          : file;
  for (const simdjson::dom::element sentence : root["sentences"].get_array()) {
    article.sentences.emplace_back(std::string_view(sentence));
    article.words += static_cast<std::uint32_t>(1 + std::ranges::count(article.sentences.back(), ' '));
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

std::vector<fs::path> list(const std::string& folder, bool (*wanted)(const std::string&)) {
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (wanted(entry.path().filename())) paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

}  // namespace

std::uint64_t stable_hash(std::string_view text) {
  // FNV's low bits are even enough, its high bits are not: mix once (splitmix64's finisher).
  std::uint64_t hash = hash_folded(text).key;
  hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
  hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
  return hash ^ (hash >> 31);
}

std::vector<TrainingArticle> read_corpus(const std::string& articles, const std::string& round_trips,
                                         std::uint64_t max_words) {
  std::unordered_set<std::string> overlap;
  std::ifstream overlap_file(articles + "/overlap.txt");
  for (std::string id; std::getline(overlap_file, id);) overlap.insert(id);

  std::vector<fs::path> paths = list(articles, [](const std::string& name) {
    return (name.starts_with("train-") || name.starts_with("originals-")) && name.find(".jsonl") != std::string::npos;
  });
  if (paths.empty()) throw std::runtime_error(articles + ": no train-*.jsonl.gz or originals-*.jsonl.zst here");
  if (!round_trips.empty()) {
    const auto more = list(round_trips, [](const std::string& name) { return name.ends_with(".jsonl"); });
    paths.insert(paths.end(), more.begin(), more.end());
  }

  std::vector<TrainingArticle> corpus;
  simdjson::dom::parser parser;
  for (const fs::path& path : paths) {
    std::vector<TrainingArticle> read;
    Lines lines(path);
    const std::string file = path.filename().string().substr(0, path.filename().string().find('.'));
    for (std::string_view line; lines.next(line);) {
      TrainingArticle article = parse(parser.parse(line.data(), line.size()), file);
      if (!overlap.contains(article.id)) read.push_back(std::move(article));
    }
    if (file.starts_with("originals-")) keep_words(read, max_words);
    std::ranges::move(read, std::back_inserter(corpus));
  }
  return corpus;
}

}  // namespace calque::train
