// Sections in memory, for tests of their readers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace calque {

// Places the section as a pack would: at a multiple of eight bytes, with nothing to read after it.
struct Placed {
  explicit Placed(const std::string& section) : words((section.size() + 7) / 8), size(section.size()) {
    if (size > 0) std::memcpy(words.data(), section.data(), size);
  }
  std::span<const std::byte> bytes() const { return std::as_bytes(std::span(words)).first(size); }

  std::vector<std::uint64_t> words;
  std::size_t size;
};

// Changes one to three bytes, and cuts the section short in every fourth round.
inline std::string tampered(std::string section, int round, std::mt19937& random) {
  const std::size_t changes = 1 + random() % 3;
  for (std::size_t i = 0; i < changes; ++i) section[random() % section.size()] = static_cast<char>(random());
  if (round % 4 == 0) section.resize(random() % section.size());
  return section;
}

}  // namespace calque
