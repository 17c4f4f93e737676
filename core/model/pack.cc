#include "model/pack.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstring>
#include <fstream>

namespace calque {
namespace {

static_assert(std::endian::native == std::endian::little,
              "packs are read in place; big-endian machines need a converter");

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

Expected<Pack> Pack::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return tl::unexpected(file.error());
  const std::span<const std::byte> bytes = (*file)->bytes();

  Header header;
  if (bytes.size() < sizeof header) return model_error(path, "too short to be a Calque model");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::string_view(header.magic, sizeof header.magic) != kMagic) return model_error(path, "not a Calque model");
  if (header.format != kPackFormat) {
    return model_error(path,
                       fmt::format("model format {}, but this version of Calque reads format {}; use the model that "
                                   "came with it",
                                   header.format, kPackFormat));
  }
  const auto body = bytes.subspan(sizeof header);
  if (XXH3_64bits(body.data(), body.size()) != header.checksum) {
    return model_error(path, "damaged (its checksum does not match); fetch it again");
  }
  if (header.sections > body.size() / sizeof(Entry))
    return model_error(path, "damaged: its section table is cut short");

  Pack pack;
  for (std::uint32_t i = 0; i < header.sections; ++i) {
    Entry entry;
    std::memcpy(&entry, body.data() + i * sizeof entry, sizeof entry);
    if (entry.offset > bytes.size() || entry.size > bytes.size() - entry.offset || entry.offset % kAlignment != 0) {
      return model_error(path, fmt::format("damaged: section {} reaches past the end", i));
    }
    pack.sections_.emplace_back(std::string(entry.name, ::strnlen(entry.name, kNameSize)),
                                bytes.subspan(entry.offset, entry.size));
  }
  pack.file_ = std::move(*file);
  pack.checksum_ = header.checksum;
  pack.path_ = path;
  return pack;
}

std::span<const std::byte> Pack::section(std::string_view name) const {
  const auto found =
      std::ranges::find(sections_, name, [](const auto& entry) -> std::string_view { return entry.first; });
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

Expected<std::string> pack_bytes(const PackSections& sections) {
  std::string image(sizeof(Header) + sections.size() * sizeof(Entry), '\0');
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const auto& [name, bytes] = sections[i];
    if (name.size() >= kNameSize) {
      return tl::unexpected(Error{ErrorKind::kModel, fmt::format("section name \"{}\" is too long", name)});
    }
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
  return image;
}

Expected<void> write_pack(const std::string& path, const PackSections& sections) {
  const auto bytes = pack_bytes(sections);
  if (!bytes) return model_error(path, bytes.error().message);
  const std::string fresh = path + ".new";
  std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
  file.write(bytes->data(), static_cast<std::streamsize>(bytes->size()));
  file.close();
  if (file && std::rename(fresh.c_str(), path.c_str()) == 0) return {};
  std::remove(fresh.c_str());
  return tl::unexpected(Error{ErrorKind::kOutput, fmt::format("{}: cannot write the model", path)});
}

}  // namespace calque
