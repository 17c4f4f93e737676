// A word's hashes are those that packs and fastText models were made with.
#include "base/word_hash.h"

#include "support/catch.h"

namespace calque {
namespace {

TEST_CASE("A key is 64-bit FNV-1a") {
  STATIC_REQUIRE(key_of("") == 0xCBF29CE484222325U);
  STATIC_REQUIRE(key_of("a") == 0xAF63DC4C8601EC8CU);
  STATIC_REQUIRE(key_of("foobar") == 0x85944171F73967E8U);
}

TEST_CASE("The other hash is 32-bit FNV-1a for ASCII, and fastText's own for all else") {
  STATIC_REQUIRE(hash_folded("a").hash == 0xE40C292CU);
  STATIC_REQUIRE(hash_folded("foobar").hash == 0xBF9CF968U);
  // fastText widens a byte's sign: 0xC3 is taken as 0xFFFFFFC3.
  STATIC_REQUIRE(hash_folded("\xC3").hash == (2166136261U ^ 0xFFFFFFC3U) * 16777619U);
}

}  // namespace
}  // namespace calque
