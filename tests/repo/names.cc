// The names in outputs are defined in one place, a .def beside their enum. Files that the compiler does not check
// against it must have the same names.
#include <algorithm>
#include <cctype>

#include "repo/tree.h"
#include "support/catch.h"

namespace calque::repo {
namespace {

using Names = std::vector<std::string>;

Names names_in(const std::string& path, const std::string& macro) {
  return find_all(read(path), "\\b" + macro + R"re(\(k\w+, "(\w+)")re");
}

// The words in quotation marks in the first `open` ... `close` after `where`.
Names quoted_after(const std::string& text, const std::string& where, char open, const std::string& pattern) {
  const std::size_t begin = text.find(open, text.find(where));
  const std::size_t end = text.find(open == '[' ? "]" : "\n      }", begin);
  return find_all(text.substr(begin, end - begin), pattern);
}

TEST_CASE("the record's schema has the artifact types, labels and bases of the program, in their order") {
  const std::string schema = read("core/report/record.schema.json");
  const Names types = names_in("core/include/calque/artifact_types.def", "CALQUE_ARTIFACT");
  REQUIRE(types.size() >= 18);
  CHECK(quoted_after(schema.substr(schema.find("\"artifacts\": {")), "\"properties\"", '{', R"re("(\w+)": \{)re") ==
        types);
  const std::string verdicts = "core/include/calque/verdict_names.def";
  CHECK(quoted_after(schema, "\"label\": {", '[', R"re("(\w+)")re") == names_in(verdicts, "CALQUE_LABEL"));
  CHECK(quoted_after(schema, "\"basis\": {", '[', R"re("(\w+)")re") == names_in(verdicts, "CALQUE_BASIS"));
}

TEST_CASE("the C interface numbers labels and bases as the program does") {
  const std::string header = read("tools/c/calque.h");
  const std::string verdicts = "core/include/calque/verdict_names.def";
  for (const char* macro : {"CALQUE_LABEL", "CALQUE_BASIS"}) {
    std::size_t number = 0;
    for (std::string name : names_in(verdicts, macro)) {
      std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
      INFO(name);
      CHECK(header.find("CALQUE_" + name + " = " + std::to_string(number++)) != std::string::npos);
    }
  }
}

}  // namespace
}  // namespace calque::repo
