#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <array>
#include <bit>
#include <new>

#include "feed/codecs.h"

namespace calque {
namespace {

constexpr std::size_t kHeaderBytes = 18;  // the most that a frame header has
constexpr int kMostWindowLog = 31;        // libzstd's maximum
// The frame that holds the dictionary of a .warc.zst (iipc.github.io/warc-specifications), and what it holds: a
// dictionary of zstd's, or one that is compressed itself.
constexpr std::string_view kDictionaryFrame = "\x5D\x2A\x4D\x18";
constexpr std::string_view kDictionaryMagic = "\x37\xA4\x30\xEC";
constexpr std::size_t kFrameHeadBytes = 8;
constexpr std::size_t kMostDictionaryBytes = std::size_t{64} << 20;

std::uint64_t little_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

// The window that a frame needs (RFC 8878, 3.1.1.1); 0 if the header is incomplete.
std::uint64_t window_of(std::string_view header) {
  constexpr std::array<std::size_t, 4> kIdBytes = {0, 1, 2, 4};
  constexpr std::array<std::size_t, 4> kSizeBytes = {1, 2, 4, 8};
  if (header.size() < 6) return 0;
  const auto descriptor = static_cast<unsigned char>(header[4]);
  const auto second = static_cast<unsigned char>(header[5]);
  if ((descriptor & 0x20) == 0) {
    const std::uint64_t base = std::uint64_t{1} << (10 + (second >> 3));
    return base + base / 8 * (second & 7U);
  }
  const std::size_t at = 5 + kIdBytes[descriptor & 3U];
  const std::size_t bytes = kSizeBytes[descriptor >> 6];
  return header.size() < at + bytes ? 0 : little_endian(header.substr(at, bytes));
}

class ZstdDecompressor final : public Decompressor {
 public:
  explicit ZstdDecompressor(std::uint64_t window) : window_(window), stream_(ZSTD_createDStream(), ZSTD_freeDStream) {
    if (!stream_) throw std::bad_alloc();
    const int log =
        std::min(static_cast<int>(std::bit_width(std::max<std::uint64_t>(window, 1024)) - 1), kMostWindowLog);
    ZSTD_DCtx_setParameter(stream_.get(), ZSTD_d_windowLogMax, log);
  }

  Step step(std::string_view in, char* out, std::size_t room) override {
    if (is_first_ && in.empty()) return {0, 0, State::kInFrame};  // libzstd would begin a frame
    if (is_first_ && in.starts_with(kDictionaryFrame) && in.size() >= kFrameHeadBytes) {
      wanted_ = kFrameHeadBytes + little_endian(in.substr(4, 4));
      if (wanted_ > kMostDictionaryBytes) wanted_ = 0;
    }
    is_first_ = false;
    if (wanted_ > 0) return take_dictionary(in);
    return decompress(in, out, room);
  }

  void restart() override {
    ZSTD_DCtx_reset(stream_.get(), ZSTD_reset_session_only);
    header_.clear();
    ++frames_;
  }

  std::string refusal() const override {
    if (lacks_dictionary_) return "its zstd data was compressed with a dictionary, which is not in the file";
    return window_refusal("zstd", window_of(header_), window_);
  }

 private:
  Step decompress(std::string_view in, char* out, std::size_t room) {
    header_.append(in.substr(0, kHeaderBytes - header_.size()));
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer to{out, room, 0};
    const std::size_t result = ZSTD_decompressStream(stream_.get(), &to, &from);
    const Step step{from.pos, to.pos, result == 0 ? State::kFrameEnd : State::kInFrame};
    if (!ZSTD_isError(result)) return step;
    const ZSTD_ErrorCode error = ZSTD_getErrorCode(result);
    if (error == ZSTD_error_memory_allocation) throw std::bad_alloc();
    // A damaged header may ask for anything; so it is believed at the beginning only, and as far as libzstd could do
    // it.
    lacks_dictionary_ = error == ZSTD_error_dictionary_wrong;
    const std::uint64_t asked = window_of(header_);
    const bool is_too_wide = error == ZSTD_error_frameParameter_windowTooLarge && asked > window_ &&
                             asked <= std::uint64_t{1} << kMostWindowLog;
    const bool is_refused = frames_ == 0 && (is_too_wide || lacks_dictionary_);
    return {step.taken, step.given, is_refused ? State::kRefused : State::kDamaged};
  }

  Step take_dictionary(std::string_view in) {
    const std::size_t taken = std::min<std::size_t>(in.size(), wanted_ - dictionary_.size());
    dictionary_.append(in.substr(0, taken));
    if (dictionary_.size() < wanted_) return {taken, 0, State::kInFrame};
    wanted_ = 0;
    frames_ = -1;  // the dictionary's frame does not count
    load_dictionary(std::string_view(dictionary_).substr(kFrameHeadBytes));
    dictionary_ = {};
    return {taken, 0, State::kFrameEnd};
  }

  void load_dictionary(std::string_view bytes) {
    std::string unpacked;
    if (compression_of(bytes) == Compression::kZstd) {
      ZstdDecompressor inner(window_);
      unpacked = unpack_all(inner, bytes, kMostDictionaryBytes).bytes;
      bytes = unpacked;
    }
    if (bytes.starts_with(kDictionaryMagic)) ZSTD_DCtx_loadDictionary(stream_.get(), bytes.data(), bytes.size());
  }

  std::uint64_t window_;
  std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream_;
  std::string header_;  // of the frame, as far as it was seen
  bool is_first_ = true;
  int frames_ = 0;  // frames completed
  bool lacks_dictionary_ = false;
  std::uint64_t wanted_ = 0;  // bytes of the dictionary's frame, while it is read
  std::string dictionary_;
};

}  // namespace

std::unique_ptr<Decompressor> make_zstd(std::uint64_t window) { return std::make_unique<ZstdDecompressor>(window); }

}  // namespace calque
