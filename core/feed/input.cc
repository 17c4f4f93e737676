#include "feed/input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace calque {
namespace {

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

Expected<Input> Input::open(const std::string& path, std::size_t buffer_bytes) {
  if (path == "-") return Input(path, STDIN_FILENO, buffer_bytes);
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return tl::unexpected(open_error(path, errno));
  Input input(path, fd, buffer_bytes);
  if (is_directory(fd)) return tl::unexpected(open_error(path, EISDIR));
  return input;
}

Input& Input::operator=(Input&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(fd_, other.fd_);
  std::swap(buffer_, other.buffer_);
  std::swap(begin_, other.begin_);
  std::swap(end_, other.end_);
  return *this;
}

Input::~Input() {
  if (fd_ > STDIN_FILENO) ::close(fd_);
}

Expected<bool> Input::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  for (;;) {
    const ssize_t got = ::read(fd_, buffer_.data() + end_, buffer_.size() - end_);
    if (got >= 0) {
      end_ += static_cast<std::size_t>(got);
      return got > 0;
    }
    if (errno != EINTR) return tl::unexpected(open_error(path_, errno));
  }
}

}  // namespace calque
