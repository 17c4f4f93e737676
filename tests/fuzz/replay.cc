// Runs a target on the files of the folders in its arguments.
#include <cstdio>
#include <filesystem>
#include <string>

#include "fuzz/target.h"
#include "support/scratch.h"

int main(int argc, char** argv) {
  std::size_t inputs = 0;
  for (int i = 1; i < argc; ++i) {
    for (const auto& file : std::filesystem::directory_iterator(argv[i])) {
      std::printf("%s\n", file.path().c_str());
      std::fflush(stdout);  // so the last printed name is the file that ended the program
      calque::fuzz::run(calque::testing::read_file(file.path().string()));
      ++inputs;
    }
  }
  return inputs > 0 ? 0 : 1;
}
