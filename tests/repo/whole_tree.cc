// Limits for the files of the tree: a clone must stay small, and its top folder easy to read.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>
#include <string>
#include <utility>

#include "repo/tree.h"
#include "support/catch.h"

namespace calque::repo {
namespace {

TEST_CASE("the top level has the folders of the design and nothing else") {
  const std::set<std::string> allowed = {"CMakeLists.txt", "CMakePresets.json", "core",           "models",
                                         "tools",          "benchmarks",        "tests",          "LICENSE",
                                         "CHANGELOG.md",   "README.md",         "CONTRIBUTING.md"};
  for (const std::string& path : files()) {
    const std::string top = path.substr(0, path.find('/'));
    INFO(path);
    CHECK((top.starts_with('.') || allowed.contains(top)));
  }
}

TEST_CASE("no file outside models/ is larger than 1 MiB") {
  REQUIRE(files().size() > 50);
  for (const std::string& path : files()) {
    if (path.starts_with("models/")) continue;
    INFO(path);
    CHECK(std::filesystem::file_size(std::filesystem::path(CALQUE_SOURCE_DIR) / path) <= std::uintmax_t{1} << 20);
  }
}

// The output and the status of a command that runs outside the tree.
std::pair<std::string, int> run_elsewhere(const std::string& command) {
  FILE* pipe = ::popen(("cd / && " + command + " </dev/null 2>&1").c_str(), "r");
  REQUIRE(pipe);
  std::string output;
  for (int c; (c = std::fgetc(pipe)) != EOF;) output += static_cast<char>(c);
  return {output, ::pclose(pipe)};
}

TEST_CASE("every script for developers explains its use with --help") {
  std::size_t scripts = 0;
  for (const std::string& path : files()) {
    const bool is_script =
        (path.starts_with("tools/dev/") && path.find('.') == std::string::npos) || path == "tools/test";
    if (!is_script) continue;
    INFO(path);
    const auto [output, status] = run_elsewhere(CALQUE_SOURCE_DIR "/" + path + " --help");
    CHECK(status == 0);
    CHECK(output.find(path) != std::string::npos);
    ++scripts;
  }
  CHECK(scripts > 5);
}

TEST_CASE("the two commands of the README and that of continuous integration are executable") {
  for (const char* path : {"tools/quickstart", "tools/test", "tools/dev/install-packages", ".ci/run"}) {
    INFO(path);
    REQUIRE(is_in_tree(path));
    const auto permissions = std::filesystem::status(std::filesystem::path(CALQUE_SOURCE_DIR) / path).permissions();
    CHECK((permissions & std::filesystem::perms::owner_exec) != std::filesystem::perms::none);
  }
  CHECK(read(".ci/run").find("tools/test") != std::string::npos);
}

}  // namespace
}  // namespace calque::repo
