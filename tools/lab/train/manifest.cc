#include "lab/train/manifest.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "calque/analyzer.h"
#include "evaluate/checksum.h"
#include "lab/train/json_string.h"

namespace calque::train {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kArticleModel = "article";

// Values are JSON already.
using Object = std::map<std::string, std::string>;

std::string line_of(const Object& object) {
  std::string out;
  for (const auto& [key, value] : object)
    out += fmt::format("{}{}: {}", out.empty() ? "{" : ", ", json_string(key), value);
  return out.empty() ? "{}" : out + "}";
}

std::string lines_of(const std::vector<Object>& objects) {
  std::string out;
  for (const Object& object : objects) out += (out.empty() ? "\n    " : ",\n    ") + line_of(object);
  return out.empty() ? "[]" : "[" + out + "\n  ]";
}

std::string hexadecimal(std::uint64_t checksum) { return fmt::format("{:016x}", checksum); }

std::string name_of(const std::string& path) { return fs::path(path).filename().string(); }

std::string amounts(const Amounts& amounts_by_kind) {
  Object object;
  for (const ArticleKind kind : {ArticleKind::kOriginal, ArticleKind::kTranslation, ArticleKind::kMachine}) {
    const Amount& amount = amounts_by_kind[static_cast<std::size_t>(kind)];
    if (amount.articles == 0) continue;
    object[std::string(kind_name(kind))] =
        line_of({{"articles", std::to_string(amount.articles)}, {"words", std::to_string(amount.words)}});
  }
  return line_of(object);
}

// By head, and of the article model.
using Shares = std::map<std::string, double>;

std::string shares_line(const Shares& shares) {
  Object object;
  for (const auto& [name, share] : shares) object[name] = fmt::format("{:.6f}", share);
  return line_of(object);
}

struct Cell {
  std::string source;
  std::size_t passages = 0;
  Shares shares;
};

std::map<std::string, Cell> measure_cells(const ManifestInput& input) {
  std::map<std::string, Cell> cells;
  for (const Passage& passage : input.passages) {
    Cell& cell = cells[passage.source->cell];
    cell.source = source_of(*passage.source);
    ++cell.passages;
  }
  const auto add = [&](const HeadRecipe& recipe) {
    for (const auto& [name, share] : cell_shares(recipe, input.passages)) cells[name].shares[recipe.name] = share;
  };
  add(fluency_recipe());
  std::ranges::for_each(passage_recipes(), add);
  const Eigen::VectorXd weights = balance_rows(input.table);
  for (std::size_t i = 0; i < input.table.sources.size(); ++i) {
    cells[input.table.sources[i]->cell].shares[std::string(kArticleModel)] += weights[static_cast<Eigen::Index>(i)];
  }
  return cells;
}

struct Source {
  std::vector<std::string> paths;
  Amounts read, kept;
  std::size_t passages = 0;
  std::size_t cells = 0;
  Shares shares;
};

std::map<std::string, Source> measure_sources(const ManifestInput& input, const std::map<std::string, Cell>& cells) {
  std::map<std::string, Source> sources;
  for (const SourceFile& file : input.files) {
    Source& source = sources[file.source];
    source.paths.push_back(file.path);
    for (std::size_t kind = 0; kind < file.read.size(); ++kind) {
      source.read[kind].articles += file.read[kind].articles;
      source.read[kind].words += file.read[kind].words;
    }
  }
  for (const TrainingArticle& article : input.corpus) {
    Amount& amount = sources[source_of(article)].kept[static_cast<std::size_t>(article.kind)];
    ++amount.articles;
    amount.words += article.words;
  }
  for (const auto& [name, cell] : cells) {
    Source& source = sources[cell.source];
    source.passages += cell.passages;
    ++source.cells;
    for (const auto& [head, share] : cell.shares) source.shares[head] += share;
  }
  return sources;
}

std::string checksum_of_all(std::vector<std::string> paths) {
  if (paths.size() == 1) return hexadecimal(evaluate::checksum_of(paths.front()));
  std::ranges::sort(paths, {}, name_of);
  std::string checksums;
  for (const std::string& path : paths) checksums += hexadecimal(evaluate::checksum_of(path)) + "\n";
  return hexadecimal(XXH3_64bits(checksums.data(), checksums.size()));
}

std::vector<Object> list_sources(const std::map<std::string, Source>& sources) {
  std::vector<Object> list;
  for (const auto& [name, source] : sources) {
    const bool is_file = source.paths.size() == 1;
    list.push_back({{"name", json_string(is_file ? name_of(source.paths.front()) : name)},
                    {"files", std::to_string(source.paths.size())},
                    {"xxh3", json_string(checksum_of_all(source.paths))},
                    {"read", amounts(source.read)},
                    {"kept", amounts(source.kept)},
                    {"passages", std::to_string(source.passages)},
                    {"shares", shares_line(source.shares)}});
  }
  return list;
}

std::vector<Object> list_cells(const std::map<std::string, Cell>& cells, const std::map<std::string, Source>& sources) {
  std::vector<Object> list;
  for (const auto& [name, cell] : cells) {
    if (sources.at(cell.source).cells < 2) continue;
    // People have no engine, which leaves a space at the end.
    list.push_back({{"cell", json_string(name.substr(0, name.find_last_not_of(' ') + 1))},
                    {"passages", std::to_string(cell.passages)},
                    {"shares", shares_line(cell.shares)}});
  }
  return list;
}

std::vector<Object> list_files(std::vector<std::string> paths) {
  std::ranges::sort(paths, {}, name_of);
  std::vector<Object> list;
  list.reserve(paths.size());
  for (const std::string& path : paths) {
    list.push_back(
        {{"name", json_string(name_of(path))}, {"xxh3", json_string(hexadecimal(evaluate::checksum_of(path)))}});
  }
  return list;
}

std::vector<std::string> overlap_lists(const std::vector<std::string>& folders) {
  std::vector<std::string> paths;
  for (const std::string& folder : folders) {
    if (fs::exists(folder + "/overlap.txt")) paths.push_back(folder + "/overlap.txt");
  }
  return paths;
}

std::vector<std::string> lexicon_files(const std::string& folder) {
  std::vector<std::string> paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".tsv") paths.push_back(entry.path().string());
  }
  return paths;
}

std::string options_line(const ManifestInput& input) {
  const HeadOptions& heads = input.heads;
  const auto number = [](double value) { return fmt::format("{:.9g}", value); };
  return line_of({{"buckets", std::to_string(heads.buckets)},
                  {"dimension", std::to_string(heads.dimension)},
                  {"epochs", std::to_string(heads.epochs)},
                  {"fluency_words", std::to_string(heads.fluency_words)},
                  {"l2", number(heads.l2)},
                  {"learning_rate", number(heads.learning_rate)},
                  {"max_copies", std::to_string(heads.max_copies)},
                  {"max_words", std::to_string(input.max_words)},
                  {"min_count", std::to_string(heads.min_count)},
                  {"min_passages", std::to_string(heads.min_passages)},
                  {"min_words", std::to_string(input.min_words)},
                  {"seed", std::to_string(heads.seed)}});
}

}  // namespace

std::string manifest_json(const ManifestInput& input) {
  const std::map<std::string, Cell> cells = measure_cells(input);
  const std::map<std::string, Source> sources = measure_sources(input, cells);
  const Object all = {{"calque", json_string(version())},
                      {"cells", lines_of(list_cells(cells, sources))},
                      {"lexicons", lines_of(list_files(lexicon_files(input.lexicons)))},
                      {"options", options_line(input)},
                      {"overlaps", lines_of(list_files(overlap_lists(input.folders)))},
                      {"ratings", lines_of(list_files(input.ratings))},
                      {"schema", "1"},
                      {"sources", lines_of(list_sources(sources))},
                      {"version", json_string(input.version)},
                      {"weights", line_of(list_files({input.weights}).front())}};
  std::string out;
  for (const auto& [key, value] : all) {
    out += fmt::format("{}  {}: {}", out.empty() ? "{\n" : ",\n", json_string(key), value);
  }
  return out + "\n}\n";
}

}  // namespace calque::train
