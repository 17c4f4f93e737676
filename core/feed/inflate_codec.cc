#define ZLIB_CONST  // next_in points to const
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

#include "feed/codecs.h"

namespace calque {
namespace {

int window_bits(Inflate kind) {
  if (kind == Inflate::kGzip) return MAX_WBITS + 16;
  return kind == Inflate::kZlib ? MAX_WBITS : -MAX_WBITS;
}

class Inflater final : public Decompressor {
 public:
  explicit Inflater(Inflate kind) {
    if (inflateInit2(&stream_, window_bits(kind)) != Z_OK) throw std::bad_alloc();
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() override { inflateEnd(&stream_); }

  Step step(std::string_view in, char* out, std::size_t room) override {
    constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
    const auto in_size = static_cast<uInt>(std::min(in.size(), kMost));
    const auto out_size = static_cast<uInt>(std::min(room, kMost));
    stream_.next_in = reinterpret_cast<const Bytef*>(in.data());
    stream_.avail_in = in_size;
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = out_size;
    const int result = inflate(&stream_, Z_NO_FLUSH);
    const Step step{in_size - stream_.avail_in, out_size - stream_.avail_out, State::kInFrame};
    if (result == Z_STREAM_END) return {step.taken, step.given, State::kFrameEnd};
    if (result == Z_OK || result == Z_BUF_ERROR) return step;  // Z_BUF_ERROR: no progress without more bytes or room
    if (result == Z_MEM_ERROR) throw std::bad_alloc();
    return {step.taken, step.given, State::kDamaged};
  }

  void restart() override { inflateReset(&stream_); }

 private:
  z_stream stream_{};
};

}  // namespace

std::unique_ptr<Decompressor> make_inflater(Inflate kind) { return std::make_unique<Inflater>(kind); }

}  // namespace calque
