#include "pack/lexicon_sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
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

// "literal_idiom.fr.tsv" belongs to the section "lexicon/literal_idiom.tsv".
std::string section_of(std::string_view file) { return fmt::format("{}.tsv", file.substr(0, file.find('.'))); }

// Files of one type follow each other in `files`, which is sorted.
PackSections join_by_type(const PackSections& files) {
  PackSections sections;
  for (const auto& [file, tsv] : files) {
    std::string section = section_of(file);
    if (sections.empty() || sections.back().first != section) sections.emplace_back(std::move(section), "");
    sections.back().second += tsv + '\n';
  }
  return sections;
}

}  // namespace

Expected<PackSections> read_lexicon_sections(const std::string& folder) {
  PackSections files;
  for (const fs::path& path : list_tables(folder)) {
    std::ifstream file(path, std::ios::binary);
    files.emplace_back("lexicon/" + path.filename().string(), std::string(std::istreambuf_iterator<char>(file), {}));
  }
  if (files.empty()) return tl::unexpected(Error{ErrorKind::kInput, folder + ": no *.tsv files here"});
  if (const auto lexicons = Lexicons::parse(lexicon_sources(files)); !lexicons) return tl::unexpected(lexicons.error());
  return join_by_type(files);
}

std::vector<LexiconSource> lexicon_sources(const PackSections& sections) {
  std::vector<LexiconSource> sources;
  sources.reserve(sections.size());
  for (const auto& [name, tsv] : sections) sources.push_back({name, tsv});
  return sources;
}

}  // namespace calque
