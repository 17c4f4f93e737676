#include "feed/unpacked_stream.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace calque {
namespace {

constexpr std::size_t kLookBackBytes = std::size_t{64} << 10;

class UnpackedStream final : public ByteStream {
 public:
  UnpackedStream(std::unique_ptr<ByteStream> below, std::string path, Compression compression, std::size_t buffer_bytes,
                 std::uint64_t window)
      : below_(std::move(below)),
        path_(std::move(path)),
        compression_(compression),
        decompressor_(make_decompressor(compression, window)),
        raw_(std::max(buffer_bytes, kMagicBytes) + kLookBackBytes) {}

  Expected<Piece> read(char* out, std::size_t room) override;
  std::optional<Error> damage() const override;
  std::uint64_t bytes_read() const override { return below_->bytes_read(); }

 private:
  enum class Place { kInFrame, kBetweenFrames, kLost };

  Expected<bool> read_raw();
  Expected<Filled> leave_frame();
  void seek_frame();
  Expected<std::optional<Piece>> decompress(char* out, std::size_t room);
  void note_damage();
  void go_back();
  std::string_view raw() const { return {raw_.data() + raw_begin_, raw_end_ - raw_begin_}; }
  void take_raw(std::size_t bytes) {
    raw_begin_ += bytes;
    raw_taken_ += bytes;
  }

  std::unique_ptr<ByteStream> below_;
  std::string path_;
  Place place_ = Place::kInFrame;
  Compression compression_;
  std::unique_ptr<Decompressor> decompressor_;
  std::vector<char> raw_;  // compressed bytes
  std::size_t raw_begin_ = 0;
  std::size_t raw_end_ = 0;
  bool raw_at_end_ = false;
  std::size_t frame_taken_ = 0;                // of this member or frame
  std::uint64_t reread_ = 0;                   // compressed bytes read again after damage
  std::uint64_t raw_taken_ = 0;                // compressed bytes consumed
  std::optional<std::uint64_t> first_damage_;  // by compressed bytes
  std::size_t damages_ = 0;
};

// Adds to the compressed bytes; false at the end of them. A gap in them ends the frame that it lies in.
Expected<bool> UnpackedStream::read_raw() {
  const std::size_t kept = std::min({raw_begin_, frame_taken_, kLookBackBytes});  // consumed, see go_back
  const std::size_t dropped = raw_begin_ - kept;
  std::memmove(raw_.data(), raw_.data() + dropped, raw_end_ - dropped);
  raw_end_ -= dropped;
  raw_begin_ = kept;
  const auto piece = below_->read(raw_.data() + raw_end_, raw_.size() - raw_end_);
  if (!piece) return tl::unexpected(piece.error());
  raw_end_ += piece->bytes;
  raw_at_end_ = piece->filled == Filled::kEnd;
  if (piece->filled == Filled::kGap) {
    take_raw(raw().size());
    frame_taken_ = 0;
    place_ = Place::kLost;
    decompressor_->restart();
  }
  return !raw_at_end_;
}

void UnpackedStream::note_damage() {
  if (!first_damage_) first_damage_ = raw_taken_;
  ++damages_;
  go_back();
  place_ = Place::kLost;
  decompressor_->restart();
}

// The decompressor notices a truncated frame only inside the next one. So go back, but at most to just after the
// frame's beginning, and in total no more bytes than were read, so that time stays linear for any file.
void UnpackedStream::go_back() {
  if (frame_taken_ == 0) return;
  const std::uint64_t most = raw_taken_ + kLookBackBytes;
  const auto allowed = static_cast<std::size_t>(most - std::min(reread_, most));
  const std::size_t back = std::min({raw_begin_, frame_taken_ - 1, kLookBackBytes, allowed});
  raw_begin_ -= back;
  raw_taken_ -= back;
  reread_ += back;
  frame_taken_ = 0;
}

// Some bytes of a frame; nothing if more compressed bytes are needed first.
Expected<std::optional<ByteStream::Piece>> UnpackedStream::decompress(char* out, std::size_t room) {
  const Decompressor::Step step = decompressor_->step(raw(), out, room);
  if (step.state == Decompressor::State::kRefused) {
    return tl::unexpected(Error{ErrorKind::kInput, "cannot read " + path_ + ": " + decompressor_->refusal()});
  }
  const bool is_stuck = step.taken == 0 && step.given == 0 && step.state == Decompressor::State::kInFrame;
  const bool is_damaged = step.state == Decompressor::State::kDamaged || (is_stuck && !raw().empty());
  // zstd takes nothing of a frame whose header is bad: one byte at least, or the same frame would be found again.
  const std::size_t taken = is_damaged && !raw().empty() ? std::max<std::size_t>(step.taken, 1) : step.taken;
  take_raw(taken);
  frame_taken_ += taken;
  if (is_damaged) {
    note_damage();
    return Piece{Filled::kGap, step.given};
  }
  if (step.state == Decompressor::State::kFrameEnd) {
    decompressor_->restart();
    frame_taken_ = 0;
    place_ = Place::kBetweenFrames;
  }
  if (step.given > 0) return Piece{Filled::kMore, step.given};
  return std::nullopt;
}

// Between frames: go on to the next one, or to the end. gzip and xz allow zeros as padding (tape blocks).
Expected<ByteStream::Filled> UnpackedStream::leave_frame() {
  for (;;) {
    take_raw(std::min(raw().find_first_not_of('\0'), raw().size()));
    if (raw().size() >= kMagicBytes || raw_at_end_) break;
    if (const auto more = read_raw(); !more) return tl::unexpected(more.error());
    if (place_ == Place::kLost) return Filled::kGap;
  }
  if (raw().empty()) return Filled::kEnd;
  if (compression_of(raw()) != compression_) {
    note_damage();
    return Filled::kGap;
  }
  place_ = Place::kInFrame;
  return Filled::kMore;
}

// After damage: to where the next frame seems to begin.
void UnpackedStream::seek_frame() {
  take_raw(find_frame(compression_, raw()));
  if (raw().size() >= kMagicBytes) place_ = Place::kInFrame;
}

Expected<ByteStream::Piece> UnpackedStream::read(char* out, std::size_t room) {
  for (;;) {
    if (place_ == Place::kLost) {
      seek_frame();
      if (place_ == Place::kLost && raw_at_end_) return Piece{Filled::kEnd, 0};
    } else if (place_ == Place::kBetweenFrames) {
      const auto left = leave_frame();
      if (!left) return tl::unexpected(left.error());
      if (*left != Filled::kMore) return Piece{*left, 0};
    }
    if (place_ == Place::kInFrame) {
      const auto piece = decompress(out, room);
      if (!piece) return tl::unexpected(piece.error());
      if (*piece) return **piece;
      if (place_ == Place::kBetweenFrames || !raw().empty()) continue;
      if (raw_at_end_) {  // cut short
        note_damage();
        return Piece{Filled::kGap, 0};
      }
    }
    const bool was_lost = place_ == Place::kLost;
    if (const auto more = read_raw(); !more) return tl::unexpected(more.error());
    if (place_ == Place::kLost && !was_lost) return Piece{Filled::kGap, 0};
  }
}

std::optional<Error> UnpackedStream::damage() const {
  if (!first_damage_) return below_->damage();
  std::string places = "after byte " + std::to_string(*first_damage_);
  if (damages_ > 1) places += " and in " + std::to_string(damages_ - 1) + " more places";
  return Error{ErrorKind::kInput, path_ + " is damaged or cut short: its " +
                                      std::string(compression_name(compression_)) + " data breaks off " + places +
                                      "; what lies around it was read"};
}

}  // namespace

std::unique_ptr<ByteStream> unpacked(std::unique_ptr<ByteStream> stream, std::string path, Compression compression,
                                     std::size_t buffer_bytes, std::uint64_t window) {
  return std::make_unique<UnpackedStream>(std::move(stream), std::move(path), compression, buffer_bytes, window);
}

}  // namespace calque
