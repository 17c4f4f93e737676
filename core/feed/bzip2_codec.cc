#include <bzlib.h>

#include <algorithm>
#include <limits>
#include <new>

#include "feed/codecs.h"

namespace calque {
namespace {

class Bzip2Decompressor final : public Decompressor {
 public:
  Bzip2Decompressor() { begin(); }
  Bzip2Decompressor(const Bzip2Decompressor&) = delete;
  Bzip2Decompressor& operator=(const Bzip2Decompressor&) = delete;
  ~Bzip2Decompressor() override { BZ2_bzDecompressEnd(&stream_); }

  Step step(std::string_view in, char* out, std::size_t room) override {
    constexpr std::size_t kMost = std::numeric_limits<unsigned>::max();
    const auto in_size = static_cast<unsigned>(std::min(in.size(), kMost));
    const auto out_size = static_cast<unsigned>(std::min(room, kMost));
    stream_.next_in = const_cast<char*>(in.data());  // which is not written to
    stream_.avail_in = in_size;
    stream_.next_out = out;
    stream_.avail_out = out_size;
    const int result = BZ2_bzDecompress(&stream_);
    const Step step{in_size - stream_.avail_in, out_size - stream_.avail_out, State::kInFrame};
    if (result == BZ_OK) return step;
    if (result == BZ_STREAM_END) return {step.taken, step.given, State::kFrameEnd};
    if (result == BZ_MEM_ERROR) throw std::bad_alloc();
    return {step.taken, step.given, State::kDamaged};
  }

  void restart() override {
    BZ2_bzDecompressEnd(&stream_);
    begin();
  }

 private:
  void begin() {
    stream_ = {};
    if (BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) throw std::bad_alloc();
  }

  bz_stream stream_{};
};

}  // namespace

std::unique_ptr<Decompressor> make_bzip2() { return std::make_unique<Bzip2Decompressor>(); }

}  // namespace calque
