// The folders of core/ are the architecture: a stage knows itself and the stages before it, so that each can be read,
// tested and replaced without those that follow.
#include <algorithm>
#include <array>
#include <string>

#include "repo/tree.h"
#include "support/catch.h"

namespace calque::repo {
namespace {

constexpr std::array<std::string_view, 12> kStages = {"base",        "model",   "feed",    "article",
                                                      "text",        "phrases", "context", "artifacts",
                                                      "language/en", "heads",   "verdict", "report"};

// The stage's place in the pipeline; kStages.size() when it is none.
std::size_t rank(std::string_view folder) {
  return static_cast<std::size_t>(std::ranges::find(kStages, folder) - kStages.begin());
}

std::string_view first_folder(std::string_view path) { return path.substr(0, path.find('/')); }

// The stage that a path names: the first folder, but for a language's own.
std::string_view stage_of(std::string_view path) {
  constexpr std::string_view kEnglish = "language/en";
  return path.starts_with(kEnglish) ? kEnglish : first_folder(path);
}

// Headers are named from core/ ("text/fold.h") or are public ("calque/text.h"); never from the file's own folder.
bool may_include(std::string_view stage, std::string_view header) {
  return first_folder(header) == "calque" || rank(stage_of(header)) <= rank(stage);
}

bool is_stage_or_public(std::string_view header) {
  return first_folder(header) == "calque" || rank(stage_of(header)) < kStages.size();
}

std::vector<std::string> includes_of(const std::string& path) {
  return find_all(read(path), R"re((?:^|\n)[ \t]*#[ \t]*include[ \t]+"([^"]+)")re");
}

TEST_CASE("a stage includes itself, earlier stages and the public headers, and nothing else") {
  for (std::string_view stage : kStages) {
    for (const std::string& path : files_in("core/" + std::string(stage) + "/", {".h", ".cc"})) {
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
      CHECK(first_folder(header) == "calque");
    }
  }
}

TEST_CASE("every folder of core/ is a stage or the public headers, and only the analyzer stands beside them") {
  for (const std::string& path : files_in("core/", {".h", ".cc", ".def"})) {
    const std::string inside = path.substr(5);
    const bool is_known = rank(stage_of(inside)) < kStages.size() || first_folder(inside) == "include";
    INFO(path);
    CHECK((is_known || inside == "analyzer.cc"));
  }
}

TEST_CASE("the layering rule tells earlier stages from later ones") {
  CHECK(may_include("text", "article/read_article.h"));
  CHECK(may_include("text", "calque/verdict.h"));
  CHECK_FALSE(may_include("text", "verdict/judge.h"));
  CHECK(may_include("language/en", "artifacts/detector.h"));
  CHECK_FALSE(may_include("artifacts", "language/en/word_classes.h"));
  CHECK_FALSE(is_stage_or_public("judge.h"));
  CHECK_FALSE(includes_of("core/text/segment.h").empty());
}

}  // namespace
}  // namespace calque::repo
