#include "base/utf8.h"

#include <algorithm>
#include <random>

#include "support/catch.h"

namespace calque {
namespace {

std::pair<std::string, std::size_t> repaired(std::string_view bytes) {
  std::string out;
  const std::size_t replaced = append_repaired_utf8(bytes, out);
  return {out, replaced};
}

TEST_CASE("ASCII is skipped up to the first other byte, at any distance and from any place") {
  for (std::size_t size = 0; size < 100; ++size) {
    const std::string ascii(size, 'a');
    for (std::size_t from = 0; from <= size; ++from) {
      CHECK(skip_ascii(ascii, from) == size);
      CHECK(skip_ascii(ascii + "\u00E9 and more that is ASCII again, and then \u00E9", from) == size);
    }
  }
}

TEST_CASE("Each maximal subpart becomes one replacement character") {
  const std::string r(kReplacement);
  // The example of the Unicode Standard, table 3-8 and those after it.
  CHECK(repaired("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41") ==
        std::pair(r + r + r + r + r + r + r + r + "A", std::size_t{8}));
  CHECK(repaired("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41") ==
        std::pair(r + r + r + r + r + r + r + r + "A", std::size_t{8}));
  CHECK(repaired("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42") ==
        std::pair(r + r + r + r + r + "A" + r + r + "B", std::size_t{7}));
  CHECK(repaired("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41") == std::pair(r + r + r + r + "A", std::size_t{8}));
  CHECK(repaired("caf\xC3") == std::pair("caf" + r, std::size_t{1}));
  CHECK(repaired("caf\xC3\xA9") == std::pair(std::string("caf\xC3\xA9"), std::size_t{0}));
}

TEST_CASE("Repairing makes any bytes valid and leaves valid ones alone") {
  std::mt19937 random(3);
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    for (auto left = random() % 40; left > 0; --left) {
      const auto kind = random() % 3;
      if (kind == 0) bytes += static_cast<char>(random() % 256);
      if (kind == 1) append_utf8(random() % 0xD800, bytes);
      if (kind == 2) append_utf8(0x10000 + random() % 0x100000, bytes);
    }
    const auto [text, replaced] = repaired(bytes);
    REQUIRE(is_valid_utf8(text));
    REQUIRE((replaced == 0) == is_valid_utf8(bytes));
    REQUIRE((replaced == 0) == (text == bytes));

    std::string masked = bytes;
    mask_invalid_utf8(masked);
    REQUIRE(is_valid_utf8(masked));
    REQUIRE(masked.size() == bytes.size());
  }
}

TEST_CASE("A character has a size where it is valid, and none elsewhere") {
  std::mt19937 random(4);
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    for (int i = 0; i < 4; ++i) bytes += static_cast<char>(round % 2 == 0 ? random() % 256 : 0x80 + random() % 128);
    std::size_t expected = 0;
    for (std::size_t size = 4; size > 0; --size) {
      const bool is_one = std::ranges::count_if(bytes.substr(0, size), [](char c) { return !is_continuation(c); }) == 1;
      if (is_one && is_valid_utf8(bytes.substr(0, size))) expected = size;
    }
    REQUIRE(valid_character_size(bytes) == expected);
  }
  CHECK(valid_character_size("\u00e9") == 2);
  CHECK(valid_character_size("\xC3") == 0);
}

}  // namespace
}  // namespace calque
