// gzip, zstd, xz, bzip2 and lz4, a piece at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace calque {

enum class Compression { kNone, kGzip, kZstd, kXz, kBzip2, kLz4 };

// Detected from a file's first eight bytes.
Compression compression_of(std::string_view head);
inline constexpr std::size_t kMagicBytes = 8;

// "gzip", "zstd" and so on.
std::string_view compression_name(Compression compression);

// Where the next member or frame may begin in `bytes`; without one, where an incomplete magic number at the end may
// begin.
std::size_t find_frame(Compression compression, std::string_view bytes);

// Decompresses one member or frame after the other.
class Decompressor {
 public:
  enum class State { kInFrame, kFrameEnd, kDamaged, kRefused };
  struct Step {
    std::size_t taken;  // of the compressed bytes
    std::size_t given;
    State state;
  };

  virtual ~Decompressor() = default;
  // Decompresses as much as `in` and the `room` bytes at `out` allow. Call restart() first after a frame's end or
  // damage.
  virtual Step step(std::string_view in, char* out, std::size_t room) = 0;
  virtual void restart() = 0;
  // After kRefused: the reason and a remedy.
  virtual std::string refusal() const { return {}; }
};

// Not for kNone. `window` is how far back data may refer, in bytes, which is the memory that decompression takes.
std::unique_ptr<Decompressor> make_decompressor(Compression compression, std::uint64_t window);

// All frames or members of `bytes`, up to damage or `limit` bytes.
struct Unpacked {
  std::string bytes;
  bool is_whole = false;     // the data is complete, except for junk after it
  bool is_too_long = false;  // it exceeds the limit
};
Unpacked unpack_all(Decompressor& decompressor, std::string_view bytes, std::size_t limit);

// The message for data that needs a larger window than `window`.
std::string window_refusal(std::string_view compression, std::uint64_t needed, std::uint64_t window);

}  // namespace calque
