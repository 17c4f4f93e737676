#include <lzma.h>

#include <new>

#include "feed/codecs.h"

namespace calque {
namespace {

constexpr std::uint64_t kMemoryBesideWindow = std::uint64_t{1} << 20;

class XzDecompressor final : public Decompressor {
 public:
  explicit XzDecompressor(std::uint64_t window) : window_(window) { restart(); }
  XzDecompressor(const XzDecompressor&) = delete;
  XzDecompressor& operator=(const XzDecompressor&) = delete;
  ~XzDecompressor() override { lzma_end(&stream_); }

  Step step(std::string_view in, char* out, std::size_t room) override {
    stream_.next_in = reinterpret_cast<const std::uint8_t*>(in.data());
    stream_.avail_in = in.size();
    stream_.next_out = reinterpret_cast<std::uint8_t*>(out);
    stream_.avail_out = room;
    const lzma_ret result = lzma_code(&stream_, LZMA_RUN);
    const Step step{in.size() - stream_.avail_in, room - stream_.avail_out, State::kInFrame};
    if (result == LZMA_OK || result == LZMA_BUF_ERROR) return step;
    if (result == LZMA_STREAM_END) return {step.taken, step.given, State::kFrameEnd};
    if (result == LZMA_MEM_ERROR) throw std::bad_alloc();
    return {step.taken, step.given, result == LZMA_MEMLIMIT_ERROR ? State::kRefused : State::kDamaged};
  }

  void restart() override {
    if (lzma_stream_decoder(&stream_, window_ + kMemoryBesideWindow, 0) != LZMA_OK) throw std::bad_alloc();
  }

  std::string refusal() const override { return window_refusal("xz", lzma_memusage(&stream_), window_); }

 private:
  std::uint64_t window_;
  lzma_stream stream_ = LZMA_STREAM_INIT;
};

}  // namespace

std::unique_ptr<Decompressor> make_xz(std::uint64_t window) { return std::make_unique<XzDecompressor>(window); }

}  // namespace calque
