// Arrays in a section of a pack, one after the other. They are read in place: a pack aligns its sections to 64 bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace calque {

// The `count` items at `at`, which must exist and be aligned.
template <typename Item>
std::span<const Item> items_at(const std::byte* at, std::uint64_t count) {
  return {reinterpret_cast<const Item*>(at), count};
}

// The items' bytes, as items_at reads them.
template <typename Item>
std::string_view bytes_of(std::span<const Item> items) {
  return {reinterpret_cast<const char*>(items.data()), items.size_bytes()};
}

template <typename Item>
void append_items(std::span<const Item> items, std::string& out) {
  out.append(bytes_of(items));
}

}  // namespace calque
