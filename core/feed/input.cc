#include "feed/input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace calque {
namespace {

constexpr std::size_t kLookBackBytes = std::size_t{64} << 10;

Error open_error(const std::string& path, int code) {
  std::string why;
  switch (code) {
    case ENOENT:
      why = "no such file; check the name, or give - for standard input";
      break;
    case EACCES:
      why = "permission denied; make the file readable for this user";
      break;
    case EISDIR:
      why = "it is a directory; name the files in it";
      break;
    default:
      why = std::generic_category().message(code);
  }
  return {ErrorKind::kInput, "cannot read " + path + ": " + why};
}

bool is_directory(int fd) {
  struct stat status;
  return fstat(fd, &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

Expected<RawFile> RawFile::open(const std::string& path) {
  if (path == "-") return RawFile(path, STDIN_FILENO);
  RawFile file(path, ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.fd_ < 0) return tl::unexpected(open_error(path, errno));
  if (is_directory(file.fd_)) return tl::unexpected(open_error(path, EISDIR));
  return file;
}

RawFile::~RawFile() {
  if (fd_ > STDIN_FILENO) ::close(fd_);
}

Expected<std::size_t> RawFile::read(char* out, std::size_t room) {
  for (;;) {
    const ssize_t got = ::read(fd_, out, room);
    if (got >= 0) {
      bytes_read_ += static_cast<std::uint64_t>(got);
      return static_cast<std::size_t>(got);
    }
    if (errno != EINTR) return tl::unexpected(open_error(path_, errno));
  }
}

Expected<Input> Input::open(const std::string& path, std::size_t buffer_bytes) {
  auto file = RawFile::open(path);
  if (!file) return tl::unexpected(std::move(file.error()));
  return Input(std::move(*file), buffer_bytes);
}

Expected<Input::Filled> Input::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (place_ == Place::kBegin) {
    if (const auto begun = begin(); !begun) return tl::unexpected(begun.error());
    if (!held().empty()) return Filled::kMore;
  }
  return place_ == Place::kPlain ? fill_plain() : fill_decompressed();
}

// Reads as much as tells what the file is. The buffer is empty and has room for it.
Expected<void> Input::begin() {
  while (end_ < kMagicBytes) {
    const auto got = file_.read(room(), room_size());
    if (!got) return tl::unexpected(got.error());
    if (*got == 0) break;
    end_ += *got;
  }
  compression_ = compression_of(held());
  place_ = Place::kPlain;
  if (compression_ == Compression::kNone) return {};
  decompressor_ = make_decompressor(compression_);
  raw_ = std::exchange(buffer_, std::vector<char>(buffer_.size()));
  raw_end_ = std::exchange(end_, 0);
  raw_.resize(raw_.size() + kLookBackBytes);
  place_ = Place::kInFrame;
  return {};
}

Expected<Input::Filled> Input::fill_plain() {
  const auto got = file_.read(room(), room_size());
  if (!got) return tl::unexpected(got.error());
  end_ += *got;
  return *got > 0 ? Filled::kMore : Filled::kEnd;
}

// Adds to the compressed bytes; false at the end of the file.
Expected<bool> Input::read_raw() {
  const std::size_t kept = std::min({raw_begin_, frame_taken_, kLookBackBytes});  // behind us, see go_back
  const std::size_t dropped = raw_begin_ - kept;
  std::memmove(raw_.data(), raw_.data() + dropped, raw_end_ - dropped);
  raw_end_ -= dropped;
  raw_begin_ = kept;
  const auto got = file_.read(raw_.data() + raw_end_, raw_.size() - raw_end_);
  if (!got) return tl::unexpected(got.error());
  raw_end_ += *got;
  raw_at_end_ = *got == 0;
  return !raw_at_end_;
}

Input::Filled Input::note_damage() {
  if (!first_damage_) first_damage_ = raw_taken_;
  ++damages_;
  go_back();
  place_ = Place::kLost;
  decompressor_->restart();
  return Filled::kGap;
}

// A frame that is cut short goes on into the next one before that is noticed. No further than to just behind its own
// beginning, and in all no further than was read, so that time stays linear whatever the file holds.
void Input::go_back() {
  if (frame_taken_ == 0) return;
  const std::uint64_t most = raw_taken_ + kLookBackBytes;
  const auto allowed = static_cast<std::size_t>(most - std::min(reread_, most));
  const std::size_t back = std::min({raw_begin_, frame_taken_ - 1, kLookBackBytes, allowed});
  raw_begin_ -= back;
  raw_taken_ -= back;
  reread_ += back;
  frame_taken_ = 0;
}

// Some bytes of a frame; nothing when it takes more compressed bytes to give any.
std::optional<Input::Filled> Input::decompress() {
  const Decompressor::Step step = decompressor_->step(raw(), room(), room_size());
  end_ += step.given;
  const bool is_stuck = step.taken == 0 && step.given == 0 && step.state == Decompressor::State::kInFrame;
  const bool is_damaged = step.state == Decompressor::State::kDamaged || (is_stuck && !raw().empty());
  // zstd takes nothing of a frame whose header is bad: one byte at least, or the same frame would be found again.
  const std::size_t taken = is_damaged && !raw().empty() ? std::max<std::size_t>(step.taken, 1) : step.taken;
  raw_begin_ += taken;
  raw_taken_ += taken;
  frame_taken_ += taken;
  if (is_damaged) return note_damage();
  if (step.state == Decompressor::State::kFrameEnd) {
    decompressor_->restart();
    frame_taken_ = 0;
    place_ = Place::kBetweenFrames;
  }
  if (step.given > 0) return Filled::kMore;
  return std::nullopt;
}

// Between frames: on to the next one, or to the end. Zeros are what gzip allows as padding (tape blocks).
Expected<Input::Filled> Input::leave_frame() {
  for (;;) {
    const std::size_t zeros = std::min(raw().find_first_not_of('\0'), raw().size());
    raw_begin_ += zeros;
    raw_taken_ += zeros;
    if (raw().size() >= kMagicBytes || raw_at_end_) break;
    if (const auto more = read_raw(); !more) return tl::unexpected(more.error());
  }
  if (raw().empty()) return Filled::kEnd;
  if (compression_of(raw()) != compression_) return note_damage();
  place_ = Place::kInFrame;
  return Filled::kMore;
}

// After damage: to where the next frame seems to begin.
void Input::seek_frame() {
  const std::size_t lost = find_frame(compression_, raw());
  raw_begin_ += lost;
  raw_taken_ += lost;
  if (raw().size() >= kMagicBytes) place_ = Place::kInFrame;
}

Expected<Input::Filled> Input::fill_decompressed() {
  for (;;) {
    if (place_ == Place::kLost) {
      seek_frame();
      if (place_ == Place::kLost && raw_at_end_) return Filled::kEnd;
    } else if (place_ == Place::kBetweenFrames) {
      auto left = leave_frame();
      if (!left || *left != Filled::kMore) return left;
    }
    if (place_ == Place::kInFrame) {
      if (const auto filled = decompress()) return *filled;
      if (place_ == Place::kBetweenFrames || !raw().empty()) continue;
      if (raw_at_end_) return note_damage();  // cut short
    }
    if (const auto more = read_raw(); !more) return tl::unexpected(more.error());
  }
}

std::optional<Error> Input::damage() const {
  if (!first_damage_) return std::nullopt;
  std::string places = "after byte " + std::to_string(*first_damage_);
  if (damages_ > 1) places += " and in " + std::to_string(damages_ - 1) + " more places";
  return Error{ErrorKind::kInput, file_.path() + " is damaged or cut short: its " +
                                      std::string(compression_name(compression_)) + " data breaks off " + places +
                                      "; what lies around it was read"};
}

}  // namespace calque
