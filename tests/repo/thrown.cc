// Only a handler of `...` catches an exception that is no std::exception; without one, the program ends without a
// message.
#include <regex>

#include "repo/tree.h"
#include "support/catch.h"

namespace calque::repo {
namespace {

// Finds where an Error, a value that core returns, is thrown: "throw Error{...}", "throw *scored.error;", "throw
// closed.error();".
bool throws_error(const std::string& line) {
  static const std::regex kThrown(R"(\bthrow\s+(Error\b|\*?[\w.>()-]*\berror(\(\))?\s*;))");
  return std::regex_search(line, kThrown);
}

TEST_CASE("no code throws a bare Error") {
  for (const std::string_view folder : {"core/", "tools/"}) {
    const std::vector<std::string> paths = files_in(folder, {".h", ".cc"});
    REQUIRE(paths.size() > 20);
    for (const std::string& path : paths) {
      int number = 0;
      for (const std::string& line : code_lines(read(path))) {
        INFO(path << ":" << ++number << ": " << line);
        CHECK_FALSE(throws_error(line));
      }
    }
  }
}

TEST_CASE("a thrown bare Error is found in each form") {
  CHECK(throws_error("if (!expected) throw Error(std::move(expected.error()));"));
  CHECK(throws_error("throw Error{ErrorKind::kInput, text};"));
  CHECK(throws_error("if (scored.error) throw *scored.error;"));
  CHECK(throws_error("if (!closed) throw closed.error();"));
  CHECK_FALSE(throws_error("throw Failure(closed.error());"));
  CHECK_FALSE(throws_error("throw nb::python_error();"));
  CHECK_FALSE(throws_error("throw ModelError(analyzer.error().message);"));
}

}  // namespace
}  // namespace calque::repo
