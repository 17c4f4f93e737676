// The library runs inside other people's programs: it must not write to their terminal, end them, or depend on their
// environment.
#include <regex>

#include "repo/tree.h"
#include "support/catch.h"

namespace calque::repo {
namespace {

// The first forbidden name on a line of code; empty if there is none.
std::string noise_in(const std::string& line) {
  static const std::regex kStream(R"(\b(cout|cerr|clog|wcout|wcerr|stdout|stderr)\b)");
  static const std::regex kCall(
      R"((?:^|[^.\w])(printf|fprintf|vprintf|vfprintf|puts|fputs|putchar|perror|print|println|exit|_exit|_Exit|quick_exit|abort|)"
      R"(terminate|raise|getenv|secure_getenv|setenv|setlocale|assert)\s*\()");
  std::smatch match;
  return std::regex_search(line, match, kStream) || std::regex_search(line, match, kCall) ? match[1].str() : "";
}

TEST_CASE("core never prints, exits or reads the environment") {
  const std::vector<std::string> paths = files_in("core/", {".h", ".cc", ".def"});
  REQUIRE(paths.size() > 20);
  for (const std::string& path : paths) {
    int number = 0;
    for (const std::string& line : code_lines(read(path))) {
      INFO(path << ":" << ++number << ": " << line);
      CHECK(noise_in(line) == "");
    }
  }
}

TEST_CASE("forbidden names are found in code, but not in comments, strings or longer names") {
  const std::vector<std::string> lines = code_lines(
      "std::cerr << 1;\n// exit(1)\nlog(\"call abort() now\");\nsnprintf(a, b);\nexit (1);\nauto s = R\"x(puts())x\";\n"
      "/* getenv(\n getenv( */ int n = 1'000; abort();\nlate_exit();");
  REQUIRE(lines.size() == 9);
  CHECK(noise_in(lines[0]) == "cerr");
  CHECK(noise_in(lines[1]) == "");
  CHECK(noise_in(lines[2]) == "");
  CHECK(noise_in(lines[3]) == "");
  CHECK(noise_in(lines[4]) == "exit");
  CHECK(noise_in(lines[5]) == "");
  CHECK(noise_in(lines[6]) == "");
  CHECK(noise_in(lines[7]) == "abort");
  CHECK(noise_in(lines[8]) == "");
}

}  // namespace
}  // namespace calque::repo
