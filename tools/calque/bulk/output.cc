#include "bulk/output.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace calque {
namespace {

constexpr mode_t kNewFileMode = 0666;  // less the umask

void wait_until_writable(int fd) {
  pollfd wanted{fd, POLLOUT, 0};
  poll(&wanted, 1, -1);
}

}  // namespace

Expected<Output> Output::open(const std::string& path) {
  if (path == "-") return Output("standard output", STDOUT_FILENO);
  Output output(path, ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kNewFileMode));
  if (output.fd_ < 0) return tl::unexpected(output.failure());
  return output;
}

Expected<Output> Output::reopen(const std::string& path, std::uint64_t bytes) {
  Output output(path, ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, kNewFileMode));
  struct stat status = {};
  if (output.fd_ < 0 || fstat(output.fd_, &status) != 0) return tl::unexpected(output.failure());
  if (!S_ISREG(status.st_mode)) {
    return tl::unexpected(
        Error{ErrorKind::kOutput, "cannot go on with " + path + ": it is no file that can be cut back"});
  }
  if (static_cast<std::uint64_t>(status.st_size) < bytes) {
    return tl::unexpected(Error{ErrorKind::kOutput, "cannot go on with " + path + ": it is shorter than it was"});
  }
  const auto end = static_cast<off_t>(bytes);
  if (ftruncate(output.fd_, end) != 0 || lseek(output.fd_, end, SEEK_SET) != end)
    return tl::unexpected(output.failure());
  output.size_ = bytes;
  return output;
}

Output& Output::operator=(Output&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(fd_, other.fd_);
  std::swap(size_, other.size_);
  return *this;
}

Output::~Output() {
  if (fd_ > STDERR_FILENO) ::close(fd_);
}

Error Output::failure() const { return {ErrorKind::kOutput, "cannot write " + path_ + ": " + std::strerror(errno)}; }

Expected<bool> Output::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
    if (written >= 0) {
      size_ += static_cast<std::uint64_t>(written);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      return false;
    } else if (errno == EAGAIN) {
      wait_until_writable(fd_);
    } else if (errno != EINTR) {
      return tl::unexpected(failure());
    }
  }
  return true;
}

Expected<void> Output::sync() {
  if (::fdatasync(fd_) != 0) return tl::unexpected(failure());
  return {};
}

Expected<void> Output::close() {
  const int fd = std::exchange(fd_, -1);
  if (fd > STDERR_FILENO && ::close(fd) != 0) return tl::unexpected(failure());
  return {};
}

bool is_same_file(const std::string& left, const std::string& right) {
  std::error_code error;
  return left != "-" && right != "-" && std::filesystem::equivalent(left, right, error) &&
         std::filesystem::is_regular_file(left, error);
}

}  // namespace calque
