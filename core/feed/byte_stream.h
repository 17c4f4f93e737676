// Streams of bytes: a file's, or decoded from another stream's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "calque/error.h"

namespace calque {

// Streams are stacked: the file, its decompressed bytes, its UTF-16 as UTF-8.
class ByteStream {
 public:
  // kGap: compressed data was damaged here. The bytes of this read come before the gap, those of the next read after
  // it.
  enum class Filled { kMore, kGap, kEnd };
  struct Piece {
    Filled filled;
    std::size_t bytes;  // written to `out`
  };

  virtual ~ByteStream() = default;
  // Reads up to `room` bytes, which is at least 1. kMore comes with at least one byte. After kEnd, every read gives
  // kEnd.
  virtual Expected<Piece> read(char* out, std::size_t room) = 0;
  // The error for damage so far.
  virtual std::optional<Error> damage() const = 0;
  // Of the file as it is on disk.
  virtual std::uint64_t bytes_read() const = 0;
};

// The beginning of a stream, read ahead.
struct Head {
  std::string bytes;
  ByteStream::Filled edge = ByteStream::Filled::kMore;  // what comes behind them
};

// The stream with the bytes that were read ahead put back at its beginning.
std::unique_ptr<ByteStream> with_head(Head head, std::unique_ptr<ByteStream> stream);

// The file at `path` ("-" is standard input, which is never closed), decompressed. gzip, zstd, xz, bzip2 and lz4 are
// detected by content, also when compressed twice. `window` limits the memory, in bytes, for the decompression window.
Expected<std::unique_ptr<ByteStream>> open_stream(const std::string& path, std::size_t buffer_bytes,
                                                  std::uint64_t window);

// Converts UTF-16 to UTF-8 and removes the byte order mark; invalid units become U+FFFD.
std::unique_ptr<ByteStream> from_utf16(std::unique_ptr<ByteStream> stream, bool big_endian);

// The same for `bytes`, the beginning of a file, whose last character may be cut off.
std::string utf16_to_utf8(std::string_view bytes, bool big_endian);

}  // namespace calque
