// Wrapped lines fit, and together have all of the text except white space.
#include "report/wrap.h"

#include <random>

#include "support/catch.h"

using namespace calque;

namespace {

std::vector<std::string> lines_of(std::string_view text, unsigned width) {
  LineCutter cutter(text, {0, static_cast<std::uint32_t>(text.size())}, width);
  std::vector<std::string> lines;
  for (std::vector<Cell> line; cutter.next(line);) {
    lines.emplace_back();
    for (const Cell& cell : line) lines.back() += cell.glyph.shown;
  }
  return lines;
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

}  // namespace

TEST_CASE("Lines are cut between words, and inside a word only if it alone is too long") {
  CHECK(lines_of("one two three", 8) == std::vector<std::string>{"one two", "three"});
  CHECK(lines_of("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(lines_of("a fairlylongword b", 6) == std::vector<std::string>{"a", "fairly", "longwo", "rd b"});
  CHECK(lines_of("one\n\ttwo", 20) == std::vector<std::string>{"one  two"});
  CHECK(lines_of("   ", 20).empty());
}

TEST_CASE("Wide characters count two columns and combining marks none") {
  CHECK(screen_columns("\u4e2d\u6587") == 4);
  CHECK(screen_columns("e\u0301") == 1);
  CHECK(screen_columns("\u202e") == 6);
  CHECK(lines_of("\u4e2d\u6587\u4e2d", 4) == std::vector<std::string>{"\u4e2d\u6587", "\u4e2d"});
}

TEST_CASE("A cell has exactly the requested width") {
  CHECK(screen_cell("abc", 5) == "abc  ");
  CHECK(screen_cell("abcde", 5) == "abcde");
  CHECK(screen_cell("abcdef", 5) == "abcd\u2026");
  CHECK(screen_cell("\u4e2d\u6587\u4e2d", 5) == "\u4e2d\u6587\u2026");
  CHECK(screen_cell("\u4e2d\u6587\u4e2d", 4) == "\u4e2d\u2026 ");
}

TEST_CASE("No line is wider than requested, and all text except white space is kept") {
  std::mt19937 random(5);
  const std::vector<std::string> pieces = {"a",        "word",   " ",       " ",    "\n",
                                           "\x1b[31m", "\u4e2d", "e\u0301", "\xff", "\u202e"};
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (auto left = random() % 60; left > 0; --left) text += pieces[random() % pieces.size()];
    const auto width = static_cast<unsigned>(10 + random() % 30);
    std::string all;
    for (const std::string& line : lines_of(text, width)) {
      REQUIRE(screen_columns(line) <= width);
      all += line;
    }
    REQUIRE(without_spaces(all) == without_spaces(screen_text(text)));
  }
}
