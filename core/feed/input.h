// A file or standard input, read through one buffer and decompressed on the way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calque/error.h"
#include "feed/decompressor.h"

namespace calque {

// An open file. "-" is standard input, which is never closed.
class RawFile {
 public:
  static Expected<RawFile> open(const std::string& path);

  RawFile(RawFile&& other) noexcept
      : path_(std::move(other.path_)), fd_(std::exchange(other.fd_, -1)), bytes_read_(other.bytes_read_) {}
  ~RawFile();

  const std::string& path() const { return path_; }
  // How many bytes were read; 0 at the end.
  Expected<std::size_t> read(char* out, std::size_t room);
  std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  RawFile(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}

  std::string path_;
  int fd_;
  std::uint64_t bytes_read_ = 0;
};

class Input {
 public:
  // kGap: here compressed data was damaged. All that is held comes before that place; what is read next comes after it.
  enum class Filled { kMore, kGap, kEnd };

  static Expected<Input> open(const std::string& path, std::size_t buffer_bytes);

  // What has been read and not yet consumed.
  std::string_view held() const { return {buffer_.data() + begin_, end_ - begin_}; }
  void consume(std::size_t bytes) { begin_ += bytes; }
  bool full() const { return held().size() == buffer_.size(); }

  // Adds to what is held, which must not be full.
  Expected<Filled> fill();
  // What was lost to damage so far.
  std::optional<Error> damage() const;
  std::uint64_t bytes_read() const { return file_.bytes_read(); }
  bool is_compressed() const { return compression_ != Compression::kNone; }

 private:
  enum class Place { kBegin, kPlain, kInFrame, kBetweenFrames, kLost };

  Input(RawFile file, std::size_t buffer_bytes) : file_(std::move(file)), buffer_(buffer_bytes) {}

  Expected<bool> read_raw();
  Expected<void> begin();
  Expected<Filled> fill_plain();
  Expected<Filled> fill_decompressed();
  Expected<Filled> leave_frame();
  void seek_frame();
  std::optional<Filled> decompress();
  Filled note_damage();
  void go_back();
  std::string_view raw() const { return {raw_.data() + raw_begin_, raw_end_ - raw_begin_}; }
  char* room() { return buffer_.data() + end_; }
  std::size_t room_size() const { return buffer_.size() - end_; }

  RawFile file_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;

  Place place_ = Place::kBegin;
  Compression compression_ = Compression::kNone;
  std::unique_ptr<Decompressor> decompressor_;
  std::vector<char> raw_;  // compressed bytes
  std::size_t raw_begin_ = 0;
  std::size_t raw_end_ = 0;
  bool raw_at_end_ = false;
  std::size_t frame_taken_ = 0;                // of this member or frame
  std::uint64_t reread_ = 0;                   // compressed bytes gone back over after damage
  std::uint64_t raw_taken_ = 0;                // compressed bytes behind us
  std::optional<std::uint64_t> first_damage_;  // by compressed bytes
  std::size_t damages_ = 0;
};

}  // namespace calque
