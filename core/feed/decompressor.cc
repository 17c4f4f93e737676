#include "feed/decompressor.h"

#define ZLIB_CONST  // next_in points to const
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <limits>
#include <new>

namespace calque {
namespace {

constexpr std::string_view kGzipMagic = "\x1F\x8B\x08";
constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD";
constexpr std::string_view kZstdSkippable = "\x2A\x4D\x18";  // after a byte 0x50 to 0x5F
constexpr unsigned char kGzipReservedFlags = 0xE0;

// As inflateInit2 has it: a gzip header, a zlib header, none.
constexpr int kGzipWindow = MAX_WBITS + 16;
constexpr int kZlibWindow = MAX_WBITS;
constexpr int kRawWindow = -MAX_WBITS;

bool is_gzip(std::string_view head) {
  return head.size() >= kMagicBytes && head.starts_with(kGzipMagic) &&
         (static_cast<unsigned char>(head[3]) & kGzipReservedFlags) == 0;
}

bool is_zstd(std::string_view head) {
  if (head.starts_with(kZstdMagic)) return true;
  return head.size() >= kMagicBytes && (static_cast<unsigned char>(head[0]) & 0xF0) == 0x50 &&
         head.substr(1, 3) == kZstdSkippable;
}

class GzipDecompressor final : public Decompressor {
 public:
  explicit GzipDecompressor(int window_bits) {
    if (inflateInit2(&stream_, window_bits) != Z_OK) throw std::bad_alloc();
  }
  GzipDecompressor(const GzipDecompressor&) = delete;
  GzipDecompressor& operator=(const GzipDecompressor&) = delete;
  ~GzipDecompressor() override { inflateEnd(&stream_); }

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

class ZstdDecompressor final : public Decompressor {
 public:
  ZstdDecompressor() : stream_(ZSTD_createDStream(), ZSTD_freeDStream) {
    if (!stream_) throw std::bad_alloc();
  }

  Step step(std::string_view in, char* out, std::size_t room) override {
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer to{out, room, 0};
    const std::size_t result = ZSTD_decompressStream(stream_.get(), &to, &from);
    if (ZSTD_getErrorCode(result) == ZSTD_error_memory_allocation) throw std::bad_alloc();
    const State failed = ZSTD_isError(result) ? State::kDamaged : State::kInFrame;
    return {from.pos, to.pos, result == 0 ? State::kFrameEnd : failed};
  }

  void restart() override { ZSTD_DCtx_reset(stream_.get(), ZSTD_reset_session_only); }

 private:
  std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream_;
};

}  // namespace

Compression compression_of(std::string_view head) {
  if (is_gzip(head)) return Compression::kGzip;
  return is_zstd(head) ? Compression::kZstd : Compression::kNone;
}

std::string_view compression_name(Compression compression) {
  return compression == Compression::kGzip ? "gzip" : "zstd";
}

std::size_t find_frame(Compression compression, std::string_view bytes) {
  const auto first = compression == Compression::kGzip ? kGzipMagic[0] : kZstdMagic[0];
  for (std::size_t at = bytes.find(first); at != std::string_view::npos; at = bytes.find(first, at + 1)) {
    const bool is_whole = at + kMagicBytes <= bytes.size();
    if (!is_whole || compression_of(bytes.substr(at, kMagicBytes)) == compression) return at;
  }
  return bytes.size();
}

std::unique_ptr<Decompressor> make_decompressor(Compression compression) {
  if (compression == Compression::kGzip) return std::make_unique<GzipDecompressor>(kGzipWindow);
  return std::make_unique<ZstdDecompressor>();
}

namespace {

// One member or frame after the other, to the end.
std::optional<std::string> decompress_all(Decompressor& decompressor, std::string_view bytes, std::size_t limit) {
  constexpr std::size_t kStepBytes = std::size_t{64} << 10;
  std::string out;
  for (;;) {
    const std::size_t size = out.size();
    out.resize(size + kStepBytes);
    const Decompressor::Step step = decompressor.step(bytes, out.data() + size, kStepBytes);
    out.resize(size + step.given);
    bytes.remove_prefix(step.taken);
    if (out.size() > limit || step.state == Decompressor::State::kDamaged) return std::nullopt;
    if (step.state == Decompressor::State::kFrameEnd) {
      if (bytes.empty()) return out;
      decompressor.restart();
    } else if (step.given == 0) {
      return std::nullopt;  // cut short
    }
  }
}

// What servers call deflate is zlib, or raw as Microsoft's once sent it.
std::optional<std::string> inflate_all(std::string_view body, std::size_t limit) {
  for (const int window : {kZlibWindow, kRawWindow}) {
    GzipDecompressor decompressor(window);
    if (auto out = decompress_all(decompressor, body, limit)) return out;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> decode_body(std::string_view encoding, std::string_view body, std::size_t limit) {
  const Compression compression = compression_of(body.substr(0, kMagicBytes));
  if (compression != Compression::kNone && !encoding.empty()) {
    return decompress_all(*make_decompressor(compression), body, limit);
  }
  if (encoding == "deflate" && !body.starts_with('<')) return inflate_all(body, limit);
  if (body.size() > limit) return std::nullopt;
  return std::string(body);
}

}  // namespace calque
