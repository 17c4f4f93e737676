// A fuzz target is one file that defines run().
//
// Under the preset `fuzz` libFuzzer makes the inputs (tools/dev/fuzz); else replay.cc reads those of corpus/TARGET/,
// which ctest does.
#pragma once

#include <string>
#include <string_view>

namespace calque::fuzz {

// Takes any bytes. A broken promise ends the program.
void run(std::string_view input);

// Ends the program with `promise` on standard error, unless it holds.
void demand(bool holds, std::string_view promise);

// Bytes in memory that have a file name, for code that reads files. They can be mapped, and end with the object.
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
