// Arrays in a section of a pack, one after the other. They are read in place: a pack aligns its sections to 64 bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace calque {

// Takes arrays from the front of a section, as long as they fit. Each must begin aligned for its items.
class Arrays {
 public:
  explicit Arrays(std::span<const std::byte> bytes) : left_(bytes) {}

  // The next `count` items; none from the first array on that does not fit.
  template <typename Item>
  std::span<const Item> take(std::uint64_t count) {
    fit_ = fit_ && count <= left_.size() / sizeof(Item);
    if (!fit_) return {};
    const std::span items(reinterpret_cast<const Item*>(left_.data()), count);
    left_ = left_.subspan(items.size_bytes());
    return items;
  }
  // Whether all arrays so far fit, and whether nothing is left after them.
  bool fit() const { return fit_; }
  bool end_here() const { return fit_ && left_.empty(); }

 private:
  std::span<const std::byte> left_;
  bool fit_ = true;
};

// The items' bytes, as Arrays reads them.
template <typename Item>
std::string_view bytes_of(std::span<const Item> items) {
  return {reinterpret_cast<const char*>(items.data()), items.size_bytes()};
}

template <typename Item>
void append_items(std::span<const Item> items, std::string& out) {
  out.append(bytes_of(items));
}

}  // namespace calque
