// A fuzz target is one file that defines run().
//
// Under the preset `fuzz`, libFuzzer makes the inputs (tools/dev/fuzz). Otherwise ctest runs replay.cc on the inputs in
// corpus/TARGET/.
#pragma once

#include <string>
#include <string_view>

namespace calque::fuzz {

// Runs the code under test on any bytes. A broken promise ends the program.
void run(std::string_view input);

// If `promise` does not hold, prints it on standard error and ends the program.
void demand(bool holds, std::string_view promise);

// Bytes in memory with a file name, for code that reads files. They can be mapped, and exist as long as the object.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes);
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile();

  std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }

 private:
  int fd_;
};

}  // namespace calque::fuzz
