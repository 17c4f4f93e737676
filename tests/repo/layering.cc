// The folders of core/ are the architecture: a stage depends on itself and earlier stages, so that it can be read,
// tested and replaced without the later ones.
#include <algorithm>
#include <array>
#include <string>

#include "repo/tree.h"
#include "support/catch.h"

namespace calque::repo {
namespace {

constexpr std::array<std::string_view, 14> kStages = {"base",        "language", "model",   "feed",         "article",
                                                      "text",        "phrases",  "context", "plausibility", "artifacts",
                                                      "language/en", "heads",    "verdict", "report"};

// The stage of a path relative to core/: its folder, or a language's folder inside core/language/.
std::string_view stage_of(std::string_view path) {
  const std::size_t end = path.find('/');
  const bool is_a_language = path.starts_with("language/") && path.find('/', end + 1) != path.npos;
  return is_a_language ? "language/en" : path.substr(0, end);
}

// The stage's place in the pipeline; kStages.size() if it is no stage.
std::size_t rank(std::string_view stage) {
  return static_cast<std::size_t>(std::ranges::find(kStages, stage) - kStages.begin());
}

// Headers are named relative to core/ ("text/fold.h") or are public ("calque/text.h"), never relative to the file.
bool may_include(std::string_view stage, std::string_view header) {
  return stage_of(header) == "calque" || rank(stage_of(header)) <= rank(stage);
}

bool is_stage_or_public(std::string_view header) {
  return stage_of(header) == "calque" || rank(stage_of(header)) < kStages.size();
}

std::vector<std::string> includes_of(const std::string& path) {
  return find_all(read(path), R"re((?:^|\n)[ \t]*#[ \t]*include[ \t]+"([^"]+)")re");
}

TEST_CASE("a stage includes itself, earlier stages and the public headers, and nothing else") {
  for (std::string_view stage : kStages) {
    for (const std::string& path : files_in("core/" + std::string(stage) + "/", {".h", ".cc"})) {
      if (stage_of(path.substr(5)) != stage) continue;
      for (const std::string& header : includes_of(path)) {
        INFO(path << " includes " << header);
        CHECK(is_stage_or_public(header));
        CHECK(may_include(stage, header));
      }
    }
  }
}

TEST_CASE("public headers include only public headers") {
  for (const std::string& path : files_in("core/include/", {".h"})) {
    for (const std::string& header : includes_of(path)) {
      INFO(path << " includes " << header);
      CHECK(stage_of(header) == "calque");
    }
  }
}

TEST_CASE(
    "every folder of core/ is a stage or the public headers, and beside them stand the analyzer and the list of "
    "languages") {
  for (const std::string& path : files_in("core/", {".h", ".cc", ".def"})) {
    const std::string inside = path.substr(5);
    const bool is_known = rank(stage_of(inside)) < kStages.size() || stage_of(inside) == "include";
    INFO(path);
    CHECK((is_known || inside == "analyzer.cc" || inside.starts_with("languages.")));
  }
}

TEST_CASE("in the command, bulk/ includes no terminal, cli/ no subcommand, and only two files include CLI11") {
  const std::string root = "tools/calque/";
  std::vector<std::string> know_cli11;
  for (const std::string& path : files_in(root, {".h", ".cc"})) {
    const std::string_view folder = stage_of(std::string_view(path).substr(root.size()));
    for (const std::string& header : includes_of(path)) {
      INFO(path << " includes " << header);
      if (folder == "bulk") CHECK(stage_of(header) != "cli");
      if (folder == "bulk" || folder == "cli") CHECK(stage_of(header) != "commands");
    }
    if (read(path).find("<CLI/CLI.hpp>") != std::string::npos) know_cli11.push_back(path.substr(root.size()));
  }
  CHECK(know_cli11 == std::vector<std::string>{"cli/command.cc", "cli/settings.cc"});
}

TEST_CASE("the layering rule distinguishes earlier stages from later ones") {
  CHECK(may_include("text", "article/read_article.h"));
  CHECK(may_include("text", "calque/verdict.h"));
  CHECK_FALSE(may_include("text", "verdict/judge.h"));
  CHECK(may_include("text", "language/language.h"));
  CHECK_FALSE(may_include("language", "text/fold.h"));
  CHECK_FALSE(may_include("text", "language/en/english.h"));
  CHECK(may_include("language/en", "artifacts/detector.h"));
  CHECK_FALSE(may_include("language/en", "heads/heads.h"));
  CHECK_FALSE(is_stage_or_public("judge.h"));
  CHECK_FALSE(includes_of("core/text/segment.h").empty());
}

}  // namespace
}  // namespace calque::repo
