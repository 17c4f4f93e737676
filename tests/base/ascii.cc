// ASCII is decided byte by byte, without a locale.
#include "base/ascii.h"

#include <cctype>

#include "support/catch.h"

namespace calque {
namespace {

TEST_CASE("Letters and digits are those of the C locale, and no byte of UTF-8 is one") {
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    const bool is_ascii = byte < 128;
    INFO(byte);
    CHECK(is_lower(c) == (is_ascii && std::islower(byte) != 0));
    CHECK(is_upper(c) == (is_ascii && std::isupper(byte) != 0));
    CHECK(is_digit(c) == (is_ascii && std::isdigit(byte) != 0));
    CHECK(is_ascii_letter(c) == (is_ascii && std::isalpha(byte) != 0));
    CHECK(to_lower(c) == (is_ascii ? static_cast<char>(std::tolower(byte)) : c));
  }
}

TEST_CASE("A lower-case word has letters only, and at least one") {
  CHECK(is_lower_word("harbour"));
  CHECK_FALSE(is_lower_word(""));
  CHECK_FALSE(is_lower_word("Harbour"));
  CHECK_FALSE(is_lower_word("harbour's"));
  CHECK_FALSE(is_lower_word("caf\u00e9"));
}

TEST_CASE("Case is ignored in ASCII and nowhere else") {
  CHECK(equal_ignoring_case("Content-Type", "content-type"));
  CHECK_FALSE(equal_ignoring_case("\u00c9", "\u00e9"));
  CHECK_FALSE(equal_ignoring_case("text", "texts"));
}

TEST_CASE("Trimming takes blanks from both ends and leaves those inside") {
  CHECK(trim(" \t a b\r\n") == "a b");
  CHECK(trim("ab") == "ab");
  CHECK(trim(" \n ").empty());
  CHECK(trim("").empty());
  CHECK(trim("--a-b--", "-") == "a-b");
}

}  // namespace
}  // namespace calque
