#include "bulk/input_files.h"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <span>

namespace calque {
namespace {

namespace fs = std::filesystem;

// What is named by a full stop at its beginning, and what Spark and Hadoop write beside their shards to say that these
// are whole.
bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with('.') || name == "_SUCCESS" || name == "_metadata" || name == "_common_metadata" ||
         name == "_temporary" || name.starts_with("_committed_") || name.starts_with("_started_");
}

// Depth first, by name: a run over the same folder reads in the same order everywhere.
void add_folder(const fs::path& folder, InputFiles& files) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator(); at.increment(error)) {
    entries.push_back(*at);
  }
  if (error) files.errors.push_back({ErrorKind::kInput, "cannot read " + folder.string() + ": " + error.message()});
  std::ranges::sort(entries, {}, [](const fs::directory_entry& entry) { return entry.path().native(); });
  for (const fs::directory_entry& entry : entries) {
    if (is_hidden(entry.path())) continue;
    if (!entry.is_directory(error)) {
      files.names.push_back(entry.path().string());
    } else if (!entry.is_symlink(error)) {
      add_folder(entry.path(), files);
    }
  }
}

void add_name(const std::string& name, InputFiles& files) {
  std::error_code error;
  if (fs::is_directory(name, error)) {
    add_folder(name, files);
  } else {
    files.names.push_back(name);
  }
}

bool is_pattern(const std::string& name) {
  std::error_code error;
  return name.find_first_of("*?[") != std::string::npos && !fs::exists(name, error);
}

// A pattern that fits nothing stays as it is, and is reported as a file that is not there.
void add_matches(const std::string& pattern, InputFiles& files) {
  glob_t matches{};
  if (::glob(pattern.c_str(), GLOB_NOCHECK, nullptr, &matches) == 0) {
    for (const char* name : std::span(matches.gl_pathv, matches.gl_pathc)) add_name(name, files);
  } else {
    files.errors.push_back({ErrorKind::kInput, "cannot read " + pattern + ": no memory for the names that fit it"});
  }
  ::globfree(&matches);
}

}  // namespace

InputFiles find_files(const std::vector<std::string>& names) {
  InputFiles files;
  for (const std::string& name : names) {
    if (is_pattern(name)) {
      add_matches(name, files);
    } else {
      add_name(name, files);
    }
  }
  return files;
}

std::optional<std::uint64_t> total_bytes(std::span<const std::string> files) {
  std::uint64_t total = 0;
  for (const std::string& file : files) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return std::nullopt;
    const std::uintmax_t size = fs::file_size(file, error);
    if (!error) total += size;
  }
  return total;
}

}  // namespace calque
