// Rows that are found by a 64-bit key: open addressing with linear probing.
//
//   cell    0        1        2        3          7
//         [ free ] [ A    ] [ B    ] [ free ] ... [ C    ]      A, B and C are rows; B's own cell is 1 or 2
//
// The cells are a power of two in number and never full. A row stands in its key's own cell, which the key's lowest
// bits name, or in the first free one that followed when the row was added, round the end. Key 0 marks a free cell.
// Keys are not hashed again: Token::key is a hash of the word already, and other keys are mixed before they come here.
//
// Cells are any array of rows: built by the compiler, built when a program starts, or mapped from a pack.
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

// A row has its key in a member; a new one has key 0 and so is a free cell.
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

// Enough cells for `rows` rows, at most half of them in use: then most look-ups end at the first or second cell.
constexpr std::size_t cells_for(std::size_t rows) { return std::bit_ceil(rows < 1 ? 2 : 2 * rows); }

// The row of `key`, in a free cell if there was none. `cells` is an array, a vector or a span of cells, of which one
// more must stay free; `key` is not 0.
template <class Cells>
requires KeyedRow<std::ranges::range_value_t<Cells>>
constexpr auto& row_for(std::uint64_t key, Cells&& cells) {
  auto& row =
      cells[probe_cells(key, cells.size(), [&](std::size_t at) { return cells[at].key == 0 || cells[at].key == key; })];
  row.key = key;
  return row;
}

// Looks rows up. Points to the cells like a span, and is as cheap to copy.
template <KeyedRow Row>
class KeyTable {
 public:
  constexpr KeyTable() = default;  // holds nothing
  // `cells` is a table as described above, such as row_for() fills.
  constexpr explicit KeyTable(std::span<const Row> cells) : cells_(cells) {}

  // The table that fills `section`, read where it lies. Nothing where the bytes are not aligned for rows, do not divide
  // into rows, or make a table that is full or not a power of two.
  static std::optional<KeyTable> over(std::span<const std::byte> section) {
    if (reinterpret_cast<std::uintptr_t>(section.data()) % alignof(Row) != 0) return std::nullopt;
    if (section.size() % sizeof(Row) != 0 || !std::has_single_bit(section.size() / sizeof(Row))) return std::nullopt;
    const std::span cells(reinterpret_cast<const Row*>(section.data()), section.size() / sizeof(Row));
    for (const Row& row : cells) {
      if (row.key == 0) return KeyTable(cells);
    }
    return std::nullopt;
  }

  // Null for a key that no row has, and for 0.
  constexpr const Row* find(std::uint64_t key) const {
    const Row* const cells = cells_.data();
    const Row& row = cells[probe_cells(key, cells_.size(),
                                       [&](std::size_t at) { return cells[at].key == key || cells[at].key == 0; })];
    return row.key == 0 ? nullptr : &row;
  }

  // Starts to read the key's own cell. A caller with many keys prefetches them first: a large table is not in the near
  // caches, and this way the waits overlap.
  void prefetch(std::uint64_t key) const { __builtin_prefetch(&cells_[key & (cells_.size() - 1)]); }

  // Free ones too.
  constexpr std::span<const Row> cells() const { return cells_; }

 private:
  static constexpr std::array<Row, 1> kFree{};

  std::span<const Row> cells_ = kFree;
};

}  // namespace calque
