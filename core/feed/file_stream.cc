#include "feed/file_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

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

class FileStream final : public ByteStream {
 public:
  FileStream(std::string path, int fd) : path_(std::move(path)), fd_(fd) {}
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;
  ~FileStream() override {
    if (fd_ > STDIN_FILENO) ::close(fd_);
  }

  Expected<Piece> read(char* out, std::size_t room) override {
    for (;;) {
      const ssize_t got = ::read(fd_, out, room);
      if (got >= 0) {
        bytes_read_ += static_cast<std::uint64_t>(got);
        return Piece{got > 0 ? Filled::kMore : Filled::kEnd, static_cast<std::size_t>(got)};
      }
      if (errno != EINTR) return tl::unexpected(open_error(path_, errno));
    }
  }

  std::optional<Error> damage() const override { return std::nullopt; }
  std::uint64_t bytes_read() const override { return bytes_read_; }

 private:
  std::string path_;
  int fd_;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace

Expected<std::unique_ptr<ByteStream>> open_file(const std::string& path) {
  if (path == "-") return std::make_unique<FileStream>(path, STDIN_FILENO);
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return tl::unexpected(open_error(path, errno));
  auto file = std::make_unique<FileStream>(path, fd);
  if (is_directory(fd)) return tl::unexpected(open_error(path, EISDIR));
  return file;
}

}  // namespace calque
