// What may lie in the tree: a clone must stay small, and a newcomer's first `ls` readable.
#include <algorithm>
#include <filesystem>
#include <set>

#include "repo/tree.h"
#include "support/catch.h"

namespace calque::repo {
namespace {

TEST_CASE("the top level holds the folders of the design and nothing else") {
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

TEST_CASE("the two commands of the README and the one of continuous integration can be run") {
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
