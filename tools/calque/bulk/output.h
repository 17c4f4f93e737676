// A file or standard output, written without a buffer in between: callers write in large pieces.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "calque/error.h"

namespace calque {

class Output {
 public:
  // "-" is standard output, which is never closed. Any other file is emptied.
  static Expected<Output> open(const std::string& path);

  Output(Output&& other) noexcept
      : path_(std::move(other.path_)), fd_(std::exchange(other.fd_, -1)), size_(other.size_) {}
  Output& operator=(Output&& other) noexcept;
  ~Output();

  // Goes on with a file behind its first `bytes` bytes; what follows them is cut off. Fails where there are fewer, or
  // where `path` is no file that can be cut.
  static Expected<Output> reopen(const std::string& path, std::uint64_t bytes);

  // Writes all of it. False when the reader of a pipe has left (the program ignores SIGPIPE): no more is wanted.
  Expected<bool> write(std::string_view bytes);
  // Reports what the file system found out late.
  Expected<void> close();
  // Waits until what was written is on the disk.
  Expected<void> sync();
  std::uint64_t size() const { return size_; }  // of what was written and kept

 private:
  Output(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}
  Error failure() const;

  std::string path_;
  int fd_;
  std::uint64_t size_ = 0;
};

// Whether both names lead to the same file; "-" is none.
bool is_same_file(const std::string& left, const std::string& right);

}  // namespace calque
