// The library must not export symbols of the libraries inside it: a program may use other versions of them.
#include <array>
#include <cstdio>
#include <sstream>
#include <string>

#include "support/catch.h"

namespace calque {
namespace {

std::string output_of(const std::string& command) {
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe);
  std::array<char, 4096> buffer;
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe)) output.append(buffer.data(), size);
  REQUIRE(pclose(pipe) == 0);
  return output;
}

TEST_CASE("the C library exports its own names and no others") {
  std::istringstream lines(output_of("nm --dynamic --defined-only --format=just-symbols '" CALQUE_C_LIBRARY "'"));
  std::size_t names = 0;
  for (std::string name; std::getline(lines, name); ++names) {
    INFO(name);
    CHECK(name.starts_with("calque_"));
  }
  CHECK(names == 13);
}

}  // namespace
}  // namespace calque
