// Odd input never fails: each article gets a verdict that states its basis.
#include <random>

#include "command/run.h"
#include "support/catch.h"
#include "support/schema.h"

using namespace calque;

namespace {

std::string basis_of(const std::string& bytes, const std::string& format = "text") {
  const test::Workplace work;
  test::Schema schema(CALQUE_SOURCE_DIR "/core/report/record.schema.json");
  work.write("odd.txt", bytes);
  const auto outcome = work.calque("score --findings odd.txt --from " + format);
  REQUIRE(outcome.exit_code == 0);
  REQUIRE(outcome.lines().size() == 1);
  const std::string line = outcome.lines()[0];
  REQUIRE(schema.fault_of(line).empty());
  const std::size_t begin = line.find("\"basis\":\"") + 9;
  return line.substr(begin, line.find('"', begin) - begin);
}

std::string as_utf16(const std::string& ascii) {
  std::string out = "\xFF\xFE";
  for (const char character : ascii) {
    out += character;
    out += '\0';
  }
  return out;
}

std::string ascii_article() {
  std::string text = test::article(3, 400);
  for (const char* quote : {"\u201c", "\u201d"}) {
    for (std::size_t at; (at = text.find(quote)) != std::string::npos;) text.replace(at, 3, "\"");
  }
  return text;
}

}  // namespace

TEST_CASE("An empty file gets a verdict") { CHECK(basis_of("") == "not_text"); }

TEST_CASE("Random bytes get a verdict") {
  std::mt19937 random(1);
  std::string bytes;
  for (int i = 0; i < 100000; ++i) bytes += static_cast<char>(random());
  CHECK(basis_of(bytes) == "not_text");
}

TEST_CASE("A page without an article says so, and is not taken for one") {
  CHECK(basis_of("<!DOCTYPE html><html><body><div class=cookie-consent><p>We and our partners use cookies.</p>"
                 "<button>Accept all</button></div></body></html>",
                 "html") == "no_article");
  CHECK(basis_of(
            "<!DOCTYPE html><html><head><title>Log in</title></head><body><nav><a href=/>Home</a></nav></body></html>",
            "html") == "no_article");
}

TEST_CASE("NUL bytes get a verdict") { CHECK(basis_of(std::string(5000, '\0')) == "not_text"); }

TEST_CASE("UTF-16 is read like the same text in UTF-8") {
  CHECK(basis_of(ascii_article()) == "scored");
  CHECK(basis_of(as_utf16(ascii_article())) == "scored");
}

TEST_CASE("Windows-1252 is read") {
  CHECK(basis_of("\x93We will see,\x94 said the caf\xE9 owner. " + ascii_article()) == "scored");
}

TEST_CASE("A long line without a space or a stop gets a verdict") {
  CHECK(!basis_of(std::string(std::size_t{4} << 20, 'a')).empty());
}

TEST_CASE("A long line of sentences is scored") { CHECK(basis_of(test::article(5, 300000)) == "scored"); }

TEST_CASE("Standard input without a byte gives no record, and that is no error") {
  const test::Workplace work;
  const auto outcome = work.calque("score", "");
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.out.empty());
}

TEST_CASE("An article over --max-bytes gets a verdict that says so") {
  const test::Workplace work;
  const auto outcome = work.calque("score --max-bytes 2K", test::jsonl_line("a", test::article(1, 1000)));
  CHECK(outcome.out.find("\"label\":\"undecided\",\"basis\":\"too_large\",\"probability\":null") != std::string::npos);
  CHECK(outcome.err.find("1 too large") != std::string::npos);
  CHECK(work.calque("score --max-bytes many", "").exit_code == 2);
}
