// A section as a pack would place it: at a multiple of eight bytes, with nothing to read after it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <vector>

namespace calque {

struct Placed {
  explicit Placed(const std::string& section) : words((section.size() + 7) / 8), size(section.size()) {
    if (size > 0) std::memcpy(words.data(), section.data(), size);
  }
  std::span<const std::byte> bytes() const { return std::as_bytes(std::span(words)).first(size); }

  std::vector<std::uint64_t> words;
  std::size_t size;
};

}  // namespace calque
