// gzip and zstd, a piece at a time.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace calque {

enum class Compression { kNone, kGzip, kZstd };

// What the first four bytes of a file say.
Compression compression_of(std::string_view head);
inline constexpr std::size_t kMagicBytes = 4;

// "gzip", "zstd".
std::string_view compression_name(Compression compression);

// Where the next member or frame may begin in `bytes`; where a magic number may begin that is not yet whole when there
// is none.
std::size_t find_frame(Compression compression, std::string_view bytes);

// Decompresses one gzip member or zstd frame after the other.
class Decompressor {
 public:
  enum class State { kInFrame, kFrameEnd, kDamaged };
  struct Step {
    std::size_t taken;  // of the compressed bytes
    std::size_t given;
    State state;
  };

  virtual ~Decompressor() = default;
  // Goes as far as `in` and `room` bytes at `out` allow. After a frame's end or damage, restart() comes first.
  virtual Step step(std::string_view in, char* out, std::size_t room) = 0;
  virtual void restart() = 0;
};

// Not for kNone.
std::unique_ptr<Decompressor> make_decompressor(Compression compression);

// The bytes of an HTTP body. `encoding` is the value of Content-Encoding, in lower case. A body that does not begin as
// it says is taken to be decoded already, as crawlers leave it. Nothing when it is damaged, or gives more than `limit`
// bytes.
std::optional<std::string> decode_body(std::string_view encoding, std::string_view body, std::size_t limit);

}  // namespace calque
