// A file or standard output, written without a buffer because callers write large pieces.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "calque/error.h"

namespace calque {

class Output {
 public:
  // "-" is standard output, which is never closed. A file is emptied.
  static Expected<Output> open(const std::string& path);

  Output(Output&& other) noexcept
      : path_(std::move(other.path_)), fd_(std::exchange(other.fd_, -1)), size_(other.size_) {}
  Output& operator=(Output&& other) noexcept;
  ~Output();

  // Continues a file after its first `bytes` bytes and cuts off what follows. Fails if the file is shorter or cannot be
  // cut.
  static Expected<Output> reopen(const std::string& path, std::uint64_t bytes);

  // Writes all of it. False when the reader of a pipe has closed it (the program ignores SIGPIPE).
  Expected<bool> write(std::string_view bytes);
  // Returns errors that the file system reports only now.
  Expected<void> close();
  // Waits until everything written is on the disk.
  Expected<void> sync();
  std::uint64_t size() const { return size_; }  // bytes written, and those kept by reopen()

 private:
  Output(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}
  Error failure() const;

  std::string path_;
  int fd_;
  std::uint64_t size_ = 0;
};

// Whether both names lead to the same file; "-" is not a file.
bool is_same_file(const std::string& left, const std::string& right);

}  // namespace calque
