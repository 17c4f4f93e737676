// A file or standard input, read through one buffer.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calque/error.h"

namespace calque {

class Input {
 public:
  // `path` "-" is standard input, which is never closed.
  static Expected<Input> open(const std::string& path, std::size_t buffer_bytes);

  Input(Input&& other) noexcept { *this = std::move(other); }
  Input& operator=(Input&& other) noexcept;
  ~Input();

  // What has been read and not yet consumed.
  std::string_view held() const { return {buffer_.data() + begin_, end_ - begin_}; }
  void consume(std::size_t bytes) { begin_ += bytes; }
  bool full() const { return held().size() == buffer_.size(); }

  // Adds to what is held, which must not be full. False at the end of the file.
  Expected<bool> fill();

 private:
  Input(std::string path, int fd, std::size_t buffer_bytes) : path_(std::move(path)), fd_(fd), buffer_(buffer_bytes) {}

  std::string path_;
  int fd_ = -1;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace calque
