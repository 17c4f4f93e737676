#include "bench/feed_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <stdexcept>

namespace calque::bench {
namespace {

constexpr std::size_t kWriteBytes = std::size_t{1} << 20;

}  // namespace

FeedFile::FeedFile(const std::vector<std::string>& articles, const FeedShape& shape)
    : maker_(articles, shape), fd_(::memfd_create("feed", MFD_CLOEXEC)) {
  if (fd_ < 0) throw std::runtime_error("no file in memory for the feed");
  path_ = "/proc/self/fd/" + std::to_string(fd_);
}

FeedFile::~FeedFile() { ::close(fd_); }

bool FeedFile::next() {
  if (::ftruncate(fd_, 0) != 0) throw std::runtime_error("cannot empty the feed's file");
  std::size_t written = 0;
  bool more = true;
  while (more && written < kPieceBytes) {
    buffer_.clear();
    while (more && buffer_.size() < kWriteBytes) more = maker_.next(buffer_);
    for (std::size_t at = 0; at < buffer_.size();) {
      const ssize_t size = ::pwrite(fd_, buffer_.data() + at, buffer_.size() - at, static_cast<off_t>(written));
      if (size <= 0) throw std::runtime_error("no memory for the feed");
      at += static_cast<std::size_t>(size);
      written += static_cast<std::size_t>(size);
    }
  }
  return written > 0;
}

}  // namespace calque::bench
