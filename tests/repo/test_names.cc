// For ctest, a semicolon ends the name of a case. It then runs a case that does not exist and reports a pass.
#include "repo/tree.h"
#include "support/catch.h"

namespace calque::repo {
namespace {

std::vector<std::string> case_names(const std::string& source) {
  return find_all(source, "\nTEST_CASE\\(\"([^\"]*)\"");
}

TEST_CASE("No test's name has a semicolon") {
  std::size_t names = 0;
  for (const std::string& path : files_in("tests/", {".cc"})) {
    for (const std::string& name : case_names(read(path))) {
      INFO(path << ": " << name);
      CHECK(name.find(';') == std::string::npos);
      ++names;
    }
  }
  CHECK(names > 200);
}

TEST_CASE("Test names are read from source") {
  CHECK(case_names("\nTEST_CASE(\"One thing\") {\n\nTEST_CASE(\"Another; thing\") { CHECK(\"x;\"); }") ==
        std::vector<std::string>{"One thing", "Another; thing"});
}

}  // namespace
}  // namespace calque::repo
