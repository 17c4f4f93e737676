#include <lz4frame.h>

#include <new>

#include "feed/codecs.h"

namespace calque {
namespace {

class Lz4Decompressor final : public Decompressor {
 public:
  Lz4Decompressor() {
    if (LZ4F_isError(LZ4F_createDecompressionContext(&context_, LZ4F_VERSION)) != 0) throw std::bad_alloc();
  }
  Lz4Decompressor(const Lz4Decompressor&) = delete;
  Lz4Decompressor& operator=(const Lz4Decompressor&) = delete;
  ~Lz4Decompressor() override { LZ4F_freeDecompressionContext(context_); }

  Step step(std::string_view in, char* out, std::size_t room) override {
    std::size_t taken = in.size();
    std::size_t given = room;
    const std::size_t result = LZ4F_decompress(context_, out, &given, in.data(), &taken, nullptr);
    if (LZ4F_isError(result) != 0) return {taken, given, State::kDamaged};
    return {taken, given, result == 0 ? State::kFrameEnd : State::kInFrame};
  }

  void restart() override { LZ4F_resetDecompressionContext(context_); }

 private:
  LZ4F_dctx* context_ = nullptr;
};

}  // namespace

std::unique_ptr<Decompressor> make_lz4() { return std::make_unique<Lz4Decompressor>(); }

}  // namespace calque
