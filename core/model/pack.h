// The pack: one file per language with all learned and collected data. It is memory-mapped, so the processes on a
// machine share its pages.
//
//   offset 0   "CALQPACK"                       8 bytes
//          8   format version                   u32
//         12   number of sections               u32
//         16   XXH3-64 of all bytes from 24 on  u64
//         24   sections: name (32 bytes, padded with zeros), offset u64, size u64
//        ...   the sections' bytes, each at a multiple of 64
//
// Numbers are little-endian. A section is either text (JSON) or an array of fixed-size records.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calque/error.h"
#include "model/mapped_file.h"

namespace calque {

inline constexpr std::uint32_t kPackFormat = 2;

class Pack {
 public:
  // Maps the file and verifies its checksum. Errors name the file and what is wrong with it.
  static Expected<Pack> open(const std::string& path);

  // The section's bytes, valid while any copy of the pack exists; empty if there is no such section.
  std::span<const std::byte> section(std::string_view name) const;
  std::string_view text(std::string_view name) const;
  // The sections' names, in the order of the file.
  std::vector<std::string> names() const;

  std::uint64_t checksum() const { return checksum_; }
  const std::string& path() const { return path_; }

 private:
  std::shared_ptr<const MappedFile> file_;
  std::vector<std::pair<std::string, std::span<const std::byte>>> sections_;
  std::uint64_t checksum_ = 0;
  std::string path_;
};

using PackSections = std::vector<std::pair<std::string, std::string>>;
// The same sections in the same order always make the same bytes. Fails if a name is too long.
Expected<std::string> pack_bytes(const PackSections& sections);
// Replaces the file with a new one, never in place: a process that has the old file mapped keeps it, and would get
// SIGBUS if it were shortened.
Expected<void> write_pack(const std::string& path, const PackSections& sections);

}  // namespace calque
