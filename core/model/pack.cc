#include "model/pack.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace calque {
namespace {

static_assert(std::endian::native == std::endian::little, "packs are read in place; big-endian machines need a converter");

constexpr std::string_view kMagic = "CALQPACK";
constexpr std::size_t kAlignment = 64;
constexpr std::size_t kNameSize = 32;

struct Header {
  char magic[8];
  std::uint32_t format;
  std::uint32_t sections;
  std::uint64_t checksum;
};
static_assert(sizeof(Header) == 24);

struct Entry {
  char name[kNameSize];
  std::uint64_t offset;
  std::uint64_t size;
};
static_assert(sizeof(Entry) == 48);

tl::unexpected<Error> model_error(const std::string& path, std::string_view what) {
  return tl::unexpected(Error{ErrorKind::kModel, fmt::format("{}: {}", path, what)});
}

std::size_t aligned(std::size_t offset) { return (offset + kAlignment - 1) / kAlignment * kAlignment; }

}  // namespace

struct Pack::Mapping {
  const std::byte* data = nullptr;
  std::size_t size = 0;

  Mapping() = default;
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() {
    if (data) ::munmap(const_cast<std::byte*>(data), size);
  }

  // Empty when it worked, else what went wrong.
  std::string map(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return fmt::format("cannot open the model: {}", std::strerror(errno));
    struct stat status {};
    std::string problem;
    if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
      problem = "the model is not a regular file";
    } else if (status.st_size < static_cast<off_t>(sizeof(Header))) {
      problem = "too short to be a Calque model";
    } else {
      void* const address = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_SHARED, file, 0);
      if (address == MAP_FAILED) {
        problem = fmt::format("cannot map the model: {}", std::strerror(errno));
      } else {
        data = static_cast<const std::byte*>(address);
        size = static_cast<std::size_t>(status.st_size);
      }
    }
    ::close(file);
    return problem;
  }
};

Expected<Pack> Pack::open(const std::string& path) {
  auto mapping = std::make_shared<Mapping>();
  if (const std::string problem = mapping->map(path); !problem.empty()) return model_error(path, problem);

  Header header;
  std::memcpy(&header, mapping->data, sizeof header);
  if (std::string_view(header.magic, sizeof header.magic) != kMagic) return model_error(path, "not a Calque model");
  if (header.format != kPackFormat) {
    return model_error(path, fmt::format("model format {}, but this version of Calque reads format {}; use the model that "
                                         "came with it",
                                         header.format, kPackFormat));
  }
  const std::uint64_t found = XXH3_64bits(mapping->data + sizeof header, mapping->size - sizeof header);
  if (found != header.checksum) return model_error(path, "damaged (its checksum does not match); fetch it again");
  if (header.sections > (mapping->size - sizeof header) / sizeof(Entry)) return model_error(path, "damaged section table");

  Pack pack;
  for (std::uint32_t i = 0; i < header.sections; ++i) {
    Entry entry;
    std::memcpy(&entry, mapping->data + sizeof header + i * sizeof entry, sizeof entry);
    if (entry.offset > mapping->size || entry.size > mapping->size - entry.offset || entry.offset % kAlignment != 0) {
      return model_error(path, fmt::format("damaged: section {} reaches past the end", i));
    }
    const std::string name(entry.name, ::strnlen(entry.name, kNameSize));
    pack.sections_.emplace_back(name, std::span(mapping->data + entry.offset, entry.size));
  }
  pack.mapping_ = std::move(mapping);
  pack.checksum_ = header.checksum;
  pack.path_ = path;
  return pack;
}

std::span<const std::byte> Pack::section(std::string_view name) const {
  const auto found = std::ranges::find(sections_, name, [](const auto& entry) -> std::string_view { return entry.first; });
  return found == sections_.end() ? std::span<const std::byte>{} : found->second;
}

std::string_view Pack::text(std::string_view name) const {
  const std::span<const std::byte> bytes = section(name);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::vector<std::string> Pack::names() const {
  std::vector<std::string> names;
  for (const auto& [name, bytes] : sections_) names.push_back(name);
  return names;
}

Expected<void> write_pack(const std::string& path, const PackSections& sections) {
  std::string image(sizeof(Header) + sections.size() * sizeof(Entry), '\0');
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const auto& [name, bytes] = sections[i];
    if (name.size() >= kNameSize) return model_error(path, fmt::format("section name \"{}\" is too long", name));
    image.resize(aligned(image.size()), '\0');
    Entry entry{{}, image.size(), bytes.size()};
    name.copy(entry.name, name.size());
    std::memcpy(image.data() + sizeof(Header) + i * sizeof entry, &entry, sizeof entry);
    image += bytes;
  }
  Header header{{}, kPackFormat, static_cast<std::uint32_t>(sections.size()), 0};
  kMagic.copy(header.magic, kMagic.size());
  header.checksum = XXH3_64bits(image.data() + sizeof header, image.size() - sizeof header);
  std::memcpy(image.data(), &header, sizeof header);

  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(image.data(), static_cast<std::streamsize>(image.size()));
  if (!file.flush()) return tl::unexpected(Error{ErrorKind::kOutput, fmt::format("{}: cannot write the model", path)});
  return {};
}

}  // namespace calque
