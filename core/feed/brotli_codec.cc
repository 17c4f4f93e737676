#include <brotli/decode.h>

#include <new>

#include "feed/codecs.h"

namespace calque {
namespace {

class BrotliDecompressor final : public Decompressor {
 public:
  BrotliDecompressor() { restart(); }

  Step step(std::string_view in, char* out, std::size_t room) override {
    std::size_t in_left = in.size();
    std::size_t out_left = room;
    const auto* from = reinterpret_cast<const std::uint8_t*>(in.data());
    auto* to = reinterpret_cast<std::uint8_t*>(out);
    const auto result = BrotliDecoderDecompressStream(state_.get(), &in_left, &from, &out_left, &to, nullptr);
    const Step step{in.size() - in_left, room - out_left, State::kInFrame};
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return {step.taken, step.given, State::kFrameEnd};
    if (result == BROTLI_DECODER_RESULT_ERROR) return {step.taken, step.given, State::kDamaged};
    return step;
  }

  void restart() override {
    state_.reset(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr));
    if (!state_) throw std::bad_alloc();
  }

 private:
  struct Destroy {
    void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
  };
  std::unique_ptr<BrotliDecoderState, Destroy> state_;
};

}  // namespace

std::unique_ptr<Decompressor> make_brotli() { return std::make_unique<BrotliDecompressor>(); }

}  // namespace calque
