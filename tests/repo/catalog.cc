// A detector is named in two places, its file and catalog.def. A detector that is only in its file would compile and
// never run.
#include <algorithm>
#include <set>

#include "repo/tree.h"
#include "support/catch.h"

namespace calque::repo {
namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

std::vector<std::string> defined_in(const std::string& source) {
  return find_all(joined(code_lines(source)), R"(\bconst(?:expr|init)?\s+Detector\s+(k\w+)\s*[={])");
}

std::vector<std::string> listed_in(const std::string& source) {
  return find_all(joined(code_lines(source)), R"(\bCALQUE_DETECTOR\(\s*\w+,\s*(\w+)\s*\))");
}

TEST_CASE("every detector that a file defines is in the catalogue, once, and every one in the catalogue is defined") {
  std::vector<std::string> defined;
  for (const char* folder : {"core/artifacts/rules/", "core/language/en/rules/"}) {
    for (const std::string& path : files_in(folder, {".cc"})) {
      const std::vector<std::string> here = defined_in(read(path));
      INFO(path << " defines one detector");
      CHECK(here.size() == 1);
      defined.insert(defined.end(), here.begin(), here.end());
    }
  }
  std::vector<std::string> listed = listed_in(read("core/language/en/catalog.def"));
  REQUIRE(listed.size() >= 5);
  std::ranges::sort(defined);
  std::ranges::sort(listed);
  CHECK(defined == listed);
  CHECK(std::set<std::string>(listed.begin(), listed.end()).size() == listed.size());
}

TEST_CASE("definitions and lines of the catalogue are read, and comments are not") {
  CHECK(defined_in("extern const Detector kOne = {\n};\n// const Detector kTwo = {\n") ==
        std::vector<std::string>{"kOne"});
  CHECK(defined_in("extern const Detector kDeclared;").empty());
  CHECK(listed_in("// CALQUE_DETECTOR(en, kNo)\nCALQUE_DETECTOR(en, kYes)\n") == std::vector<std::string>{"kYes"});
}

}  // namespace
}  // namespace calque::repo
