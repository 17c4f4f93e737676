#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "feed/byte_stream.h"

namespace calque {
namespace {

constexpr char32_t kMark = 0xFEFF;
constexpr char32_t kNoCharacter = 0xFFFD;

bool is_high(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

// Decodes units in order; half of a surrogate pair waits for the next unit.
class Utf16Decoder {
 public:
  explicit Utf16Decoder(bool big_endian) : big_endian_(big_endian) {}

  // Appends the complete characters. Returns the rest of `bytes`, at most one byte, to be passed again.
  std::string_view decode(std::string_view bytes, std::string& out) {
    for (; bytes.size() >= 2; bytes.remove_prefix(2)) take(unit_of(bytes), out);
    return bytes;
  }

  // At the end: half a character is invalid.
  void finish(std::string& out) {
    if (std::exchange(high_, 0) != 0) append_utf8(kNoCharacter, out);
  }

 private:
  char32_t unit_of(std::string_view bytes) const {
    const auto first = static_cast<unsigned char>(bytes[0]);
    const auto second = static_cast<unsigned char>(bytes[1]);
    return static_cast<char32_t>(big_endian_ ? first << 8 | second : second << 8 | first);
  }

  void take(char32_t unit, std::string& out) {
    const bool is_mark = std::exchange(is_first_, false) && unit == kMark;
    if (is_mark) return;
    if (is_low(unit) && high_ != 0) {
      append_utf8(0x10000 + ((std::exchange(high_, 0) - 0xD800) << 10) + (unit - 0xDC00), out);
      return;
    }
    finish(out);
    if (is_high(unit)) {
      high_ = unit;
    } else {
      append_utf8(is_low(unit) ? kNoCharacter : unit, out);
    }
  }

  bool big_endian_;
  bool is_first_ = true;
  char32_t high_ = 0;
};

class Utf16Stream final : public ByteStream {
 public:
  Utf16Stream(std::unique_ptr<ByteStream> below, bool big_endian) : below_(std::move(below)), decoder_(big_endian) {}

  Expected<Piece> read(char* out, std::size_t room) override {
    while (at_ == decoded_.size()) {
      if (edge_ != Filled::kMore) return Piece{std::exchange(edge_, Filled::kMore), 0};
      if (const auto more = read_more(); !more) return tl::unexpected(more.error());
    }
    const std::size_t bytes = std::min(room, decoded_.size() - at_);
    std::memcpy(out, decoded_.data() + at_, bytes);
    at_ += bytes;
    return Piece{Filled::kMore, bytes};
  }

  std::optional<Error> damage() const override { return below_->damage(); }
  std::uint64_t bytes_read() const override { return below_->bytes_read(); }

 private:
  Expected<void> read_more() {
    const auto piece = below_->read(raw_.data() + odd_, raw_.size() - odd_);
    if (!piece) return tl::unexpected(piece.error());
    decoded_.clear();
    at_ = 0;
    const std::string_view rest = decoder_.decode({raw_.data(), odd_ + piece->bytes}, decoded_);
    odd_ = rest.size();
    if (odd_ > 0) raw_[0] = rest[0];
    edge_ = piece->filled;
    if (edge_ == Filled::kMore) return {};
    decoder_.finish(decoded_);
    if (std::exchange(odd_, 0) > 0) decoded_.append(kReplacement);
    return {};
  }

  std::unique_ptr<ByteStream> below_;
  Utf16Decoder decoder_;
  std::array<char, std::size_t{64} << 10> raw_{};
  std::size_t odd_ = 0;  // bytes of half a unit at the front of raw_
  std::string decoded_;
  std::size_t at_ = 0;
  Filled edge_ = Filled::kMore;  // what comes behind decoded_
};

}  // namespace

std::unique_ptr<ByteStream> from_utf16(std::unique_ptr<ByteStream> stream, bool big_endian) {
  return std::make_unique<Utf16Stream>(std::move(stream), big_endian);
}

std::string utf16_to_utf8(std::string_view bytes, bool big_endian) {
  std::string out;
  Utf16Decoder(big_endian).decode(bytes, out);
  return out;
}

}  // namespace calque
