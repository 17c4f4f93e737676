// Sections for tests of what reads them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace calque {

// As a pack would place it: at a multiple of eight bytes, with nothing to read after it.
struct Placed {
  explicit Placed(const std::string& section) : words((section.size() + 7) / 8), size(section.size()) {
    if (size > 0) std::memcpy(words.data(), section.data(), size);
  }
  std::span<const std::byte> bytes() const { return std::as_bytes(std::span(words)).first(size); }

  std::vector<std::uint64_t> words;
  std::size_t size;
};

// With one to three bytes changed, and in every fourth round cut short.
inline std::string tampered(std::string section, int round, std::mt19937& random) {
  const std::size_t changes = 1 + random() % 3;
  for (std::size_t i = 0; i < changes; ++i) section[random() % section.size()] = static_cast<char>(random());
  if (round % 4 == 0) section.resize(random() % section.size());
  return section;
}

}  // namespace calque
