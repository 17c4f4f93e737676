// Files and figures that documents name must exist, so that documents do not become outdated.
#include <algorithm>
#include <array>
#include <filesystem>
#include <regex>
#include <sstream>

#include "repo/tree.h"
#include "support/catch.h"

namespace calque::repo {
namespace {

// A word in code with one of these endings is a file of the tree, even without a folder.
constexpr std::array<std::string_view, 12> kEndings = {".h",  ".cc",   ".def",   ".py",    ".md",  ".tsv",
                                                       ".sh", ".json", ".jsonl", ".cmake", ".txt", ".calque"};

bool ends_like_a_file(std::string_view word) {
  return std::ranges::any_of(kEndings, [&](std::string_view ending) { return word.ends_with(ending); });
}

// Whether the word stands for many files: NAME.cc, core/STAGE/*.h, <file>.
bool is_pattern(const std::string& word) {
  static const std::regex kPlaceholder(
      R"((?:^|[/._-])(?!README|LICENSE|CHANGELOG|CONTRIBUTING|CARD)[A-Z]{2,}(?:$|[/._-]))");
  return word.find_first_of("*<>{}$=|") != word.npos || std::regex_search(word, kPlaceholder);
}

bool is_basename_of_some_file(std::string_view name) {
  return std::ranges::any_of(files(), [&](const std::string& path) {
    return path.ends_with(name) && (path.size() == name.size() || path[path.size() - name.size() - 1] == '/');
  });
}

// "a/b/" -> "a/"
std::string parent_of(const std::string& folder) {
  return folder.empty() ? folder : folder.substr(0, folder.rfind('/', folder.size() - 2) + 1);
}

// Whether `word`, in a document of `folder` ("" or "core/"), names something that is not in the tree.
bool is_broken(std::string_view word, const std::string& folder) {
  while (!word.empty() && std::string_view(".,:;)").find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  while (word.starts_with("./") || word.starts_with("(")) word.remove_prefix(word.front() == '(' ? 1 : 2);
  const bool is_elsewhere = word.starts_with('/') || word.starts_with("~") || word.starts_with("..") ||
                            word.starts_with("build/") || word.starts_with("-") || word.find("://") != word.npos;
  if (word.empty() || is_elsewhere || is_pattern(std::string(word))) return false;
  const std::size_t slash = word.find('/');
  if (slash == word.npos) return ends_like_a_file(word) && !is_basename_of_some_file(word);
  const std::string path(word);
  for (const std::string& base :
       {folder, parent_of(folder), std::string(), std::string("core/"), std::string("core/include/")}) {
    if (is_in_tree(base + path)) return false;
  }
  const std::string first = path.substr(0, slash);
  // A word without an ending may be no path (text/html), unless it begins with one of our folders.
  return ends_like_a_file(word) || is_in_tree(first);
}

// The words of inline code and of fenced blocks, and the words with a slash of indented blocks, where a file without a
// folder is the reader's own (articles.jsonl).
std::vector<std::string> code_words(const std::string& document) {
  std::vector<std::string> words;
  std::istringstream lines(document);
  std::string line;
  bool is_fenced = false;
  while (std::getline(lines, line)) {
    std::vector<std::string> pieces;
    const bool is_indented = !is_fenced && line.starts_with("    ");
    if (line.starts_with("```")) {
      is_fenced = !is_fenced;
    } else if (is_fenced || is_indented) {
      pieces.push_back(line.substr(0, line.find(" #")));
    } else {
      pieces = find_all(line, "`([^`]+)`");
    }
    for (const std::string& piece : pieces) {
      std::istringstream stream(piece);
      for (std::string word; stream >> word;) {
        if (!is_indented || word.find('/') != word.npos) words.push_back(word);
      }
    }
  }
  return words;
}

// Targets of [links](that point into the tree).
std::vector<std::string> link_targets(const std::string& document) {
  return find_all(document, R"(\]\(([^)#:]+)(?:#[^)]*)?\))");
}

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

TEST_CASE("documents name only files and folders that exist") {
  const std::vector<std::string> documents = files_in("", {".md"});
  REQUIRE_FALSE(documents.empty());
  for (const std::string& path : documents) {
    for (const std::string& word : code_words(read(path))) {
      INFO(path << " names " << word);
      CHECK_FALSE(is_broken(word, folder_of(path)));
    }
    for (const std::string& target : link_targets(read(path))) {
      INFO(path << " links to " << target);
      CHECK(is_in_tree((std::filesystem::path(folder_of(path)) / target).lexically_normal().generic_string()));
    }
  }
}

TEST_CASE("The README's rates are those of the model's card") {
  const std::string card = read("models/en/CARD.md");
  const std::vector<std::string> rates = find_all(read("README.md"), R"((\d+\.\d %))");
  CHECK(rates.size() > 3);
  for (const std::string& rate : rates) {
    INFO(rate);
    CHECK(card.find(rate) != card.npos);
  }
}

TEST_CASE("missing paths are found, and existing paths, patterns and other words are not reported") {
  CHECK(is_broken("core/text/nothing.h", ""));
  CHECK(is_broken("core/nothing/", ""));
  CHECK(is_broken("nothing.cc", ""));
  CHECK(is_broken("tools/nothing,", ""));
  CHECK_FALSE(is_broken("core/text/segment.h", ""));
  CHECK_FALSE(is_broken("text/segment.h", ""));
  CHECK_FALSE(is_broken("support/catch.h", "tests/repo/"));
  CHECK(is_broken("support/catch.h", ""));
  CHECK_FALSE(is_broken("segment.h.", ""));
  CHECK_FALSE(is_broken("calque/article.h", ""));
  CHECK_FALSE(is_broken("core/text/", ""));
  CHECK_FALSE(is_broken("core/artifacts/NAME.cc", ""));
  CHECK(is_broken("core/CARD.md", ""));
  CHECK_FALSE(is_broken("core/*/*.h", ""));
  CHECK_FALSE(is_broken("text/html", ""));
  CHECK_FALSE(is_broken("build/release/bin/calque", ""));
  CHECK(code_words("see `a b`\n```\nc  # d\n```\ne\n\n    f g/h\n") == std::vector<std::string>{"a", "b", "c", "g/h"});
  CHECK(link_targets("[x](core/a.md#b) [y](https://c.example)") == std::vector<std::string>{"core/a.md"});
}

}  // namespace
}  // namespace calque::repo
