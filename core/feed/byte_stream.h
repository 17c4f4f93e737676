// Bytes in order: those of a file, or what was made of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "calque/error.h"

namespace calque {

// Streams stand on each other: a file, what its compression holds, what its UTF-16 says.
class ByteStream {
 public:
  // kGap: here compressed data was damaged. What is given comes before that place, what is read next comes after it.
  enum class Filled { kMore, kGap, kEnd };
  struct Piece {
    Filled filled;
    std::size_t bytes;  // written to `out`
  };

  virtual ~ByteStream() = default;
  // Reads up to `room` bytes, which is at least 1. kMore comes with at least one byte. kEnd comes again and again.
  virtual Expected<Piece> read(char* out, std::size_t room) = 0;
  // What was lost to damage so far.
  virtual std::optional<Error> damage() const = 0;
  // Of the file, as it lies on the disk.
  virtual std::uint64_t bytes_read() const = 0;
};

// The beginning of a stream, read ahead.
struct Head {
  std::string bytes;
  ByteStream::Filled edge = ByteStream::Filled::kMore;  // what comes behind them
};

// The stream with what was read ahead of it back at its beginning.
std::unique_ptr<ByteStream> with_head(Head head, std::unique_ptr<ByteStream> stream);

// The file at `path` ("-" is standard input, which is never closed), out of gzip, zstd, xz, bzip2 and lz4, by its first
// bytes and whatever its name; twice, where it was compressed twice. `window` is the most memory, in bytes, that
// compressed data may ask for to look back in.
Expected<std::unique_ptr<ByteStream>> open_stream(const std::string& path, std::size_t buffer_bytes,
                                                  std::uint64_t window);

// UTF-16 as UTF-8, without its byte order mark; what is no character becomes U+FFFD.
std::unique_ptr<ByteStream> from_utf16(std::unique_ptr<ByteStream> stream, bool big_endian);

// All of `bytes` so: for the beginning of a file, of which the last character may be cut.
std::string utf16_to_utf8(std::string_view bytes, bool big_endian);

}  // namespace calque
