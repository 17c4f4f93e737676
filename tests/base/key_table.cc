// The table gives the same answers as std::unordered_map for any keys, and rejects sections in which a look-up would
// never end.
#include "base/key_table.h"

#include <random>
#include <unordered_map>
#include <vector>

#include "base/word_hash.h"
#include "support/catch.h"

namespace calque {
namespace {

struct Row {
  std::uint64_t key = 0;
  std::uint32_t value = 0;
  std::uint32_t padding = 0;
};

std::vector<Row> table_of(const std::unordered_map<std::uint64_t, std::uint32_t>& expected) {
  std::vector<Row> cells(cells_for(expected.size()));
  for (const auto& [key, value] : expected) row_for(key, cells).value = value;
  return cells;
}

std::span<const std::byte> section_of(const std::vector<Row>& cells) { return std::as_bytes(std::span(cells)); }

// The same in all their low bits, so that all have one cell of their own.
std::uint64_t colliding_key(std::mt19937_64& random) { return random() << 40 | 0xFFFFFFFFFF; }

TEST_CASE("A table finds the rows that were added and no others") {
  std::mt19937_64 random(5);
  for (int round = 0; round < 300; ++round) {
    std::unordered_map<std::uint64_t, std::uint32_t> expected;
    for (std::size_t rows = random() % 200; rows > 0; --rows) {
      const std::uint64_t key = round % 2 == 0 ? random() : colliding_key(random);
      expected[key == 0 ? 1 : key] = static_cast<std::uint32_t>(random());
    }
    const std::vector<Row> cells = table_of(expected);
    const KeyTable<Row> table(cells);
    for (const auto& [key, value] : expected) {
      REQUIRE(table.find(key) != nullptr);
      REQUIRE(table.find(key)->value == value);
    }
    for (int i = 0; i < 200; ++i) {
      const std::uint64_t key = i % 2 == 0 ? random() : colliding_key(random);
      REQUIRE((table.find(key) != nullptr) == expected.contains(key));
    }
  }
}

TEST_CASE("A key that is added twice has one row") {
  std::vector<Row> cells(cells_for(2));
  row_for(7, cells).value = 1;
  row_for(7, cells).value += 2;
  CHECK(KeyTable<Row>(cells).find(7)->value == 3);
  CHECK(std::ranges::count(cells, 7, &Row::key) == 1);
}

TEST_CASE("Nothing is found in an empty table, and never the key of free cells") {
  CHECK(KeyTable<Row>().find(7) == nullptr);
  CHECK(KeyTable<Row>().find(0) == nullptr);
  KeyTable<Row>().prefetch(7);
  const std::vector<Row> cells(cells_for(0));
  CHECK(KeyTable<Row>(cells).find(0) == nullptr);
}

TEST_CASE("At most half of the cells are in use, so that there is always a free one") {
  for (std::size_t rows = 0; rows < 5000; ++rows) {
    REQUIRE(std::has_single_bit(cells_for(rows)));
    REQUIRE(cells_for(rows) >= 2 * rows);
    REQUIRE(cells_for(rows) > rows);
  }
}

constexpr std::array<Row, 8> make_cells() {
  std::array<Row, 8> cells{};
  row_for(key_of("slap"), cells).value = 1;
  row_for(key_of("blow"), cells).value = 2;
  return cells;
}

TEST_CASE("The compiler can build a table and look things up in it") {
  static constexpr std::array<Row, 8> kCells = make_cells();
  constexpr KeyTable<Row> kTable(kCells);
  STATIC_REQUIRE(kTable.find(key_of("blow"))->value == 2);
  STATIC_REQUIRE(kTable.find(key_of("harbour")) == nullptr);
}

TEST_CASE("A section is read where it lies") {
  const std::vector<Row> cells = table_of({{5, 50}, {6, 60}});
  const auto table = KeyTable<Row>::over(section_of(cells));
  REQUIRE(table);
  CHECK(table->cells().data() == cells.data());
  CHECK(table->cells().size() == cells.size());
  CHECK(table->find(6)->value == 60);
}

TEST_CASE("A section that is no table is refused") {
  const std::vector<Row> cells = table_of({{5, 50}, {6, 60}});
  const std::span<const std::byte> section = section_of(cells);
  CHECK_FALSE(KeyTable<Row>::over({}));
  CHECK_FALSE(KeyTable<Row>::over(section.first(section.size() - 1)));              // a part of a row
  CHECK_FALSE(KeyTable<Row>::over(section.first(3 * sizeof(Row))));                 // not a power of two
  CHECK_FALSE(KeyTable<Row>::over(section.subspan(sizeof(Row) / 4, sizeof(Row))));  // not aligned
  CHECK_FALSE(KeyTable<Row>::over(section_of(std::vector<Row>(4, Row{9, 1, 0}))));  // full: no look-up would end
}

}  // namespace
}  // namespace calque
