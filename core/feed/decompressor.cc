#include "feed/decompressor.h"

#include <algorithm>
#include <array>

#include "feed/codecs.h"

namespace calque {
namespace {

constexpr std::string_view kGzipMagic = "\x1F\x8B\x08";
constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD";
constexpr std::string_view kZstdSkippable = "\x2A\x4D\x18";  // after a byte 0x50 to 0x5F
constexpr std::string_view kXzMagic{"\xFD\x37zXZ\0", 6};
constexpr std::string_view kLz4Magic = "\x04\x22\x4D\x18";
constexpr unsigned char kGzipReservedFlags = 0xE0;

bool is_gzip(std::string_view head) {
  return head.size() > kGzipMagic.size() && head.starts_with(kGzipMagic) &&
         (static_cast<unsigned char>(head[3]) & kGzipReservedFlags) == 0;
}

bool is_zstd(std::string_view head) {
  if (head.starts_with(kZstdMagic)) return true;
  return head.size() > kZstdSkippable.size() && (static_cast<unsigned char>(head[0]) & 0xF0) == 0x50 &&
         head.substr(1, 3) == kZstdSkippable;
}

// "BZh", the size of its blocks, then the first digits of pi for a block, or of its root for none.
bool is_bzip2(std::string_view head) {
  if (head.size() < kMagicBytes || !head.starts_with("BZh") || head[3] < '1' || head[3] > '9') return false;
  return head.substr(4, 4) == "1AY&" || head.substr(4, 4) == "\x17rE8";
}

}  // namespace

Compression compression_of(std::string_view head) {
  if (is_gzip(head)) return Compression::kGzip;
  if (is_zstd(head)) return Compression::kZstd;
  if (head.starts_with(kXzMagic)) return Compression::kXz;
  if (is_bzip2(head)) return Compression::kBzip2;
  return head.starts_with(kLz4Magic) ? Compression::kLz4 : Compression::kNone;
}

std::string_view compression_name(Compression compression) {
  constexpr std::array<std::string_view, 6> kNames = {"plain", "gzip", "zstd", "xz", "bzip2", "lz4"};
  return kNames[static_cast<std::size_t>(compression)];
}

std::size_t find_frame(Compression compression, std::string_view bytes) {
  constexpr std::array<std::string_view, 6> kFirst = {"", kGzipMagic, kZstdMagic, kXzMagic, "BZh", kLz4Magic};
  const char first = kFirst[static_cast<std::size_t>(compression)][0];
  for (std::size_t at = bytes.find(first); at != std::string_view::npos; at = bytes.find(first, at + 1)) {
    const bool is_whole = at + kMagicBytes <= bytes.size();
    if (!is_whole || compression_of(bytes.substr(at, kMagicBytes)) == compression) return at;
  }
  return bytes.size();
}

std::unique_ptr<Decompressor> make_decompressor(Compression compression, std::uint64_t window) {
  switch (compression) {
    case Compression::kZstd:
      return make_zstd(window);
    case Compression::kXz:
      return make_xz(window);
    case Compression::kBzip2:
      return make_bzip2();
    case Compression::kLz4:
      return make_lz4();
    case Compression::kNone:
    case Compression::kGzip:
      break;
  }
  return make_inflater(Inflate::kGzip);
}

Unpacked unpack_all(Decompressor& decompressor, std::string_view bytes, std::size_t limit) {
  constexpr std::size_t kStepBytes = std::size_t{64} << 10;
  Unpacked result;
  std::optional<std::size_t> whole;  // bytes of the frames that ended
  for (;;) {
    const std::size_t size = result.bytes.size();
    result.bytes.resize(size + kStepBytes);
    const Decompressor::Step step = decompressor.step(bytes, result.bytes.data() + size, kStepBytes);
    result.bytes.resize(size + step.given);
    bytes.remove_prefix(step.taken);
    result.is_too_long = result.bytes.size() > limit;
    const bool is_end = step.state == Decompressor::State::kFrameEnd;
    if (is_end) whole = result.bytes.size();
    const bool moves = step.state == Decompressor::State::kInFrame && (step.given > 0 || step.taken > 0);
    const bool goes_on = is_end ? !bytes.empty() : moves;
    if (result.is_too_long || !goes_on) break;
    if (is_end) decompressor.restart();
  }
  result.is_whole = whole == result.bytes.size();
  return result;
}

std::string window_refusal(std::string_view compression, std::uint64_t needed, std::uint64_t window) {
  constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;
  const std::string in_mib = std::to_string((needed + kMiB - 1) / kMiB) + "M";
  return "its " + std::string(compression) + " data needs a window of " + in_mib + "iB, and " +
         std::to_string(window / kMiB) + " MiB are allowed; allow more with --max-window " + in_mib;
}

}  // namespace calque
