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

// What the first eight bytes of a file say.
Compression compression_of(std::string_view head);
inline constexpr std::size_t kMagicBytes = 8;

// "gzip", "zstd" and so on.
std::string_view compression_name(Compression compression);

// Where the next member or frame may begin in `bytes`; where a magic number may begin that is not yet whole when there
// is none.
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
  // Goes as far as `in` and `room` bytes at `out` allow. After a frame's end or damage, restart() comes first.
  virtual Step step(std::string_view in, char* out, std::size_t room) = 0;
  virtual void restart() = 0;
  // After kRefused: why, and what helps.
  virtual std::string refusal() const { return {}; }
};

// Not for kNone. `window` is how far back data may refer, in bytes: the memory that reading it takes.
std::unique_ptr<Decompressor> make_decompressor(Compression compression, std::uint64_t window);

// All frames or members of `bytes`, as far as they go and up to `limit` bytes.
struct Unpacked {
  std::string bytes;
  bool is_whole = false;     // the data ended as it should, but for rubbish behind it
  bool is_too_long = false;  // it went on beyond the limit
};
Unpacked unpack_all(Decompressor& decompressor, std::string_view bytes, std::size_t limit);

// What data needs that looks back further than `window` allows.
std::string window_refusal(std::string_view compression, std::uint64_t needed, std::uint64_t window);

}  // namespace calque
