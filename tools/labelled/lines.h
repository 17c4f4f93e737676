// The lines of a file, plain, gzip or zstd, told apart by content.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

namespace calque {

// Decompression is left to gzip and zstd, which run beside. All that can go wrong is thrown as std::runtime_error that
// names the file.
class Lines {
 public:
  explicit Lines(const std::filesystem::path& path);
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;
  ~Lines();

  // The next line with its line end, valid until the next call; false at the end. Throws where the file turns out to be
  // damaged or cut short.
  bool next(std::string_view& line);

 private:
  void decompress(int file, const char* const* command);
  void finish();

  std::string path_;
  std::string program_;  // that decompresses; empty for none
  pid_t child_ = -1;
  std::FILE* stream_ = nullptr;
  char* line_ = nullptr;
  std::size_t capacity_ = 0;
};

}  // namespace calque
