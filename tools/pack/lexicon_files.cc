#include "pack/lexicon_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace calque {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> list_tables(const std::string& folder) {
  std::vector<fs::path> paths;
  std::error_code ignored;  // a folder that cannot be read has no tables
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().extension() == ".tsv") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

Expected<PackSections> read_lexicon_files(const std::string& folder) {
  PackSections files;
  for (const fs::path& path : list_tables(folder)) {
    std::ifstream file(path, std::ios::binary);
    files.emplace_back("lexicon/" + path.filename().string(), std::string(std::istreambuf_iterator<char>(file), {}));
  }
  if (files.empty()) return tl::unexpected(Error{ErrorKind::kInput, folder + ": no *.tsv files here"});
  return files;
}

std::vector<LexiconSource> lexicon_sources(const PackSections& files) {
  std::vector<LexiconSource> sources;
  sources.reserve(files.size());
  for (const auto& [name, tsv] : files) sources.push_back({name, tsv});
  return sources;
}

}  // namespace calque
