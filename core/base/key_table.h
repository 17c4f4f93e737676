// Rows with a 64-bit key: a hash table with open addressing and linear probing.
//
//   cell    0        1        2        3          7
//         [ free ] [ A    ] [ B    ] [ free ] ... [ C    ]      A, B and C are rows; B's own cell is 1 or 2
//
// The number of cells is a power of two, and at least one is free. A row is in its key's own cell, which is the key's
// lowest bits, or in the first cell after it that was free when the row was added; after the last cell comes the first.
// Key 0 marks a free cell. Keys are not hashed again: Token::key is already a hash of the word, and other keys must be
// mixed by the caller.
//
// Cells may be any array of rows: built by the compiler, built at run time, or mapped from a pack.
#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ranges>
#include <span>

namespace calque {

// A row has a member `key`. A default row has key 0 and is a free cell.
template <class Row>
concept KeyedRow = std::default_initializable<Row> && requires(const Row& row) {
  { row.key } -> std::same_as<const std::uint64_t&>;
};

// The first of `cells` cells, from the key's own on, for which `ends_at(cell)` holds; there must be one.
template <class EndsAt>
constexpr std::size_t probe_cells(std::uint64_t key, std::size_t cells, EndsAt&& ends_at) {
  const std::size_t mask = cells - 1;
  std::size_t at = key & mask;
  while (!ends_at(at)) at = (at + 1) & mask;
  return at;
}

// A number of cells of which `rows` rows use at most half: most look-ups then end at the first or second cell.
constexpr std::size_t cells_for(std::size_t rows) { return std::bit_ceil(rows < 1 ? 2 : 2 * rows); }

// The row of `key`, added if there was none. `cells` is an array, a vector or a span, in which one more cell must stay
// free; `key` is not 0.
template <class Cells>
requires KeyedRow<std::ranges::range_value_t<Cells>>
constexpr auto& row_for(std::uint64_t key, Cells&& cells) {
  auto& row =
      cells[probe_cells(key, cells.size(), [&](std::size_t at) { return cells[at].key == 0 || cells[at].key == key; })];
  row.key = key;
  return row;
}

// Looks rows up. Points to the cells and is as cheap to copy as a span.
template <KeyedRow Row>
class KeyTable {
 public:
  constexpr KeyTable() = default;  // holds nothing
  // `cells` is a table as described above, for instance filled by row_for().
  constexpr explicit KeyTable(std::span<const Row> cells) : cells_(cells) {}

  // The table in `section`, read in place. Nothing if the bytes are not aligned for rows, are not a whole number of
  // rows, or make a table that is full or whose size is not a power of two.
  static std::optional<KeyTable> over(std::span<const std::byte> section) {
    if (reinterpret_cast<std::uintptr_t>(section.data()) % alignof(Row) != 0) return std::nullopt;
    if (section.size() % sizeof(Row) != 0 || !std::has_single_bit(section.size() / sizeof(Row))) return std::nullopt;
    const std::span cells(reinterpret_cast<const Row*>(section.data()), section.size() / sizeof(Row));
    for (const Row& row : cells) {
      if (row.key == 0) return KeyTable(cells);
    }
    return std::nullopt;
  }

  // Null if no row has the key, and for key 0.
  constexpr const Row* find(std::uint64_t key) const {
    const Row* const cells = cells_.data();
    const Row& row = cells[probe_cells(key, cells_.size(),
                                       [&](std::size_t at) { return cells[at].key == key || cells[at].key == 0; })];
    return row.key == 0 ? nullptr : &row;
  }

  // Starts to read the key's own cell. With many keys, prefetch them first: a large table is not in the near caches,
  // and the waits then overlap.
  void prefetch(std::uint64_t key) const { __builtin_prefetch(&cells_[key & (cells_.size() - 1)]); }

  // Includes free cells.
  constexpr std::span<const Row> cells() const { return cells_; }

 private:
  static constexpr std::array<Row, 1> kFree{};

  std::span<const Row> cells_ = kFree;
};

}  // namespace calque
