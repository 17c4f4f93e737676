#include "repo/tree.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>
#include <utility>

namespace calque::repo {
namespace {

const std::filesystem::path kRoot = CALQUE_SOURCE_DIR;

std::vector<std::string> listed_by_git() {
  std::vector<std::string> paths;
  const std::string command =
      "git -C '" + kRoot.string() + "' ls-files -z --cached --others --exclude-standard 2>/dev/null";
  FILE* pipe = popen(command.c_str(), "r");
  if (!pipe) return paths;
  std::string path;
  for (int byte = std::fgetc(pipe); byte != EOF; byte = std::fgetc(pipe)) {
    if (byte != 0) {
      path += static_cast<char>(byte);
    } else if (std::filesystem::exists(kRoot / path)) {
      paths.push_back(std::exchange(path, {}));
    } else {
      path.clear();
    }
  }
  pclose(pipe);
  return paths;
}

std::vector<std::string> on_disk() {
  std::vector<std::string> paths;
  std::filesystem::recursive_directory_iterator end;
  for (std::filesystem::recursive_directory_iterator entry(kRoot); entry != end; ++entry) {
    const std::string path = entry->path().lexically_relative(kRoot).generic_string();
    if (path == "build" || path == ".git" || path.ends_with("__pycache__")) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file()) {
      paths.push_back(path);
    }
  }
  return paths;
}

// The end of the comment or literal that begins at `at`; `at` itself if none begins there.
std::size_t skip_from(std::string_view source, std::size_t at) {
  auto after = [&](std::string_view closing, std::size_t from) {
    const std::size_t found = source.find(closing, from);
    return found == source.npos ? source.size() : found + closing.size();
  };
  const std::string_view rest = source.substr(at);
  if (rest.starts_with("//")) return std::min(source.find('\n', at), source.size());
  if (rest.starts_with("/*")) return after("*/", at + 2);
  if (rest.starts_with("R\"")) {
    const std::string closing = ")" + std::string(rest.substr(2, rest.find('(') - 2)) + "\"";
    return after(closing, at + 2);
  }
  const bool is_digit_separator =
      rest.starts_with('\'') && at > 0 && std::isalnum(static_cast<unsigned char>(source[at - 1]));
  if ((!rest.starts_with('"') && !rest.starts_with('\'')) || is_digit_separator) return at;
  std::size_t end = at + 1;
  while (end < source.size() && source[end] != rest.front()) end += source[end] == '\\' ? 2 : 1;
  return std::min(end + 1, source.size());
}

}  // namespace

const std::vector<std::string>& files() {
  static const std::vector<std::string> kFiles = [] {
    std::vector<std::string> paths = listed_by_git();
    if (paths.empty()) paths = on_disk();
    std::ranges::sort(paths);
    return paths;
  }();
  return kFiles;
}

std::vector<std::string> files_in(std::string_view folder, const std::vector<std::string_view>& endings) {
  std::vector<std::string> chosen;
  std::ranges::copy_if(files(), std::back_inserter(chosen), [&](const std::string& path) {
    return path.starts_with(folder) &&
           std::ranges::any_of(endings, [&](std::string_view ending) { return path.ends_with(ending); });
  });
  return chosen;
}

bool is_in_tree(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  return std::ranges::any_of(files(), [&](const std::string& file) {
    return file.starts_with(path) && (file.size() == path.size() || file[path.size()] == '/');
  });
}

std::string read(const std::string& path) {
  std::ifstream stream(kRoot / path, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> code_lines(std::string_view source) {
  std::vector<std::string> lines(1);
  std::size_t at = 0;
  while (at < source.size()) {
    const std::size_t end = std::max(skip_from(source, at), at + 1);
    const bool is_code = end == at + 1;
    for (; at < end; ++at) {
      if (source[at] == '\n') {
        lines.emplace_back();
      } else {
        lines.back() += is_code ? source[at] : ' ';
      }
    }
  }
  return lines;
}

std::vector<std::string> find_all(const std::string& text, const std::string& pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), expression), end; match != end; ++match) {
    found.push_back((*match)[1].str());
  }
  return found;
}

}  // namespace calque::repo
