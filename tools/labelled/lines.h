// The lines of a file, plain, gzip or zstd.
#pragma once

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <string_view>

namespace calque {

// Decompression is left to gzip and zstd. Throws std::runtime_error where they cannot be run.
class Lines {
 public:
  explicit Lines(const std::filesystem::path& path);
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;
  ~Lines();

  // The next line with its line end, valid until the next call; false at the end.
  bool next(std::string_view& line);

 private:
  std::FILE* pipe_;
  char* line_ = nullptr;
  std::size_t capacity_ = 0;
};

}  // namespace calque
