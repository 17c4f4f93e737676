#include "lab/train/manifest.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/json_writer.h"
#include "calque/analyzer.h"
#include "evaluate/checksum.h"

namespace calque::train {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kArticleModel = "article";

std::string hexadecimal(std::uint64_t checksum) { return fmt::format("{:016x}", checksum); }

std::string name_of(const std::string& path) { return fs::path(path).filename().string(); }

// The manifest's keys are in the order of the alphabet.
void write_amounts(const Amounts& amounts_by_kind, JsonWriter& out) {
  out.object([&] {
    for (const ArticleKind kind : {ArticleKind::kMachine, ArticleKind::kOriginal, ArticleKind::kTranslation}) {
      const Amount& amount = amounts_by_kind[static_cast<std::size_t>(kind)];
      if (amount.articles == 0) continue;
      out.key(kind_name(kind)).object([&] {
        out.key("articles").integer(amount.articles);
        out.key("words").integer(amount.words);
      });
    }
  });
}

// By head, and of the article model.
using Shares = std::map<std::string, double>;

void write_shares(const Shares& shares, JsonWriter& out) {
  out.object([&] {
    for (const auto& [name, share] : shares) out.key(name).number(share, 6);
  });
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

void write_sources(const std::map<std::string, Source>& sources, JsonWriter& out) {
  out.array([&] {
    for (const auto& [name, source] : sources) {
      out.object_on_one_line([&, &name = name, &source = source] {
        const bool is_file = source.paths.size() == 1;
        out.key("files").integer(source.paths.size());
        write_amounts(source.kept, out.key("kept"));
        out.key("name").string(is_file ? name_of(source.paths.front()) : name);
        out.key("passages").integer(source.passages);
        write_amounts(source.read, out.key("read"));
        write_shares(source.shares, out.key("shares"));
        out.key("xxh3").string(checksum_of_all(source.paths));
      });
    }
  });
}

void write_cells(const std::map<std::string, Cell>& cells, const std::map<std::string, Source>& sources,
                 JsonWriter& out) {
  out.array([&] {
    for (const auto& [name, cell] : cells) {
      if (sources.at(cell.source).cells < 2) continue;
      out.object_on_one_line([&, &name = name, &cell = cell] {
        // People have no engine, which leaves a space at the end.
        out.key("cell").string(name.substr(0, name.find_last_not_of(' ') + 1));
        out.key("passages").integer(cell.passages);
        write_shares(cell.shares, out.key("shares"));
      });
    }
  });
}

void write_file(const std::string& path, JsonWriter& out) {
  out.object_on_one_line([&] {
    out.key("name").string(name_of(path));
    out.key("xxh3").string(hexadecimal(evaluate::checksum_of(path)));
  });
}

void write_files(std::vector<std::string> paths, JsonWriter& out) {
  std::ranges::sort(paths, {}, name_of);
  out.array([&] {
    for (const std::string& path : paths) write_file(path, out);
  });
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

void write_options(const ManifestInput& input, JsonWriter& out) {
  const HeadOptions& heads = input.heads;
  const auto number = [](double value) { return fmt::format("{:.9g}", value); };
  const auto count = [](int value) { return static_cast<std::uint64_t>(value); };
  out.object_on_one_line([&] {
    out.key("buckets").integer(heads.buckets);
    out.key("dimension").integer(count(heads.dimension));
    out.key("epochs").integer(count(heads.epochs));
    out.key("fluency_words").integer(heads.fluency_words);
    out.key("l2").raw(number(heads.l2));
    out.key("learning_rate").raw(number(heads.learning_rate));
    out.key("max_copies").integer(count(heads.max_copies));
    out.key("max_words").integer(input.max_words);
    out.key("min_count").integer(heads.min_count);
    out.key("min_passages").integer(heads.min_passages);
    out.key("min_words").integer(input.min_words);
    out.key("seed").integer(count(heads.seed));
  });
}

}  // namespace

std::string manifest_json(const ManifestInput& input) {
  const std::map<std::string, Cell> cells = measure_cells(input);
  const std::map<std::string, Source> sources = measure_sources(input, cells);
  std::string text;
  JsonWriter out(text, JsonLayout::kIndented);
  out.object([&] {
    out.key("calque").string(version());
    write_cells(cells, sources, out.key("cells"));
    write_files(lexicon_files(input.lexicons), out.key("lexicons"));
    write_options(input, out.key("options"));
    write_files(overlap_lists(input.folders), out.key("overlaps"));
    write_files(input.ratings, out.key("ratings"));
    out.key("schema").integer(1);
    write_sources(sources, out.key("sources"));
    out.key("version").string(input.version);
    write_file(input.weights, out.key("weights"));
  });
  return text + "\n";
}

}  // namespace calque::train
