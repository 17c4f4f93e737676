#include "model/mapped_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace calque {
namespace {

// Maps an open file, or returns the reason for the failure.
tl::expected<std::span<const std::byte>, std::string> map(int file) {
  struct stat status {};
  if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return tl::unexpected(std::string("not a regular file"));
  if (status.st_size == 0) return std::span<const std::byte>{};  // mmap refuses empty files
  const auto size = static_cast<std::size_t>(status.st_size);
  void* const address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0);
  if (address == MAP_FAILED) return tl::unexpected(fmt::format("cannot map it: {}", std::strerror(errno)));
  return std::span(static_cast<const std::byte*>(address), size);
}

}  // namespace

Expected<std::shared_ptr<const MappedFile>> MappedFile::open(const std::string& path) {
  const auto failed = [&](std::string_view what) {
    return tl::unexpected(Error{ErrorKind::kModel, fmt::format("{}: {}", path, what)});
  };
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return failed(fmt::format("cannot open the model: {}", std::strerror(errno)));
  const auto bytes = map(file);
  ::close(file);
  if (!bytes) return failed(bytes.error());
  std::shared_ptr<MappedFile> mapped(new MappedFile);
  mapped->bytes_ = *bytes;
  return mapped;
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

}  // namespace calque
