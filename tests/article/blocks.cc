// Where paragraphs begin and end.
#include "article/blocks.h"

#include <array>
#include <random>

#include "article/reading.h"

namespace calque {
namespace {

using Blocks = std::vector<std::string>;

Blocks blocks(std::string_view text) {
  Blocks found;
  for (const Block& block : find_blocks(text)) found.emplace_back(block.span.of(text));
  return found;
}

TEST_CASE("Blank lines and line ends separate blocks") {
  CHECK(blocks("One.\n\nTwo.\nThree.") == Blocks{"One.", "Two.", "Three."});
  CHECK(blocks("One.\r\n \t\r\nTwo.\r\nThree.\r\n") == Blocks{"One.", "Two.", "Three."});
  CHECK(blocks("One.\rTwo.") == Blocks{"One.", "Two."});
}

TEST_CASE("Unicode's other line separators do as well") {
  CHECK(blocks("One.\u2028Two.\u2029Three.\u0085"
               "Four.\vFive.\fSix.") == Blocks{"One.", "Two.", "Three.", "Four.", "Five.", "Six."});
  CHECK(blocks("\u201COne\u201D \u00A9 two\ttabs") == Blocks{"\u201COne\u201D \u00A9 two\ttabs"});
}

TEST_CASE("White space of any kind stays outside") {
  CHECK(blocks(" \u00A0\u3000 One. \u2003\u200B\n\uFEFF\u00A0Two.\u00A0") == Blocks{"One.", "Two."});
  CHECK(blocks("").empty());
  CHECK(blocks(" \n\u00A0\n").empty());
}

TEST_CASE("A text with line feeds only is cut like one that may have other separators") {
  std::mt19937 random(18);
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    for (auto left = random() % 30; left > 0; --left) {
      text += std::array{"\n", "\n\n", " ", "Word.", "word ", "\u201Cquote\u201D ", "\t"}[random() % 7];
    }
    Blocks expected = blocks(text);
    expected.emplace_back("\u00E9");  // ends in a byte in which a line separator ends, too
    CHECK(blocks(text + "\n\n\u00E9") == expected);
  }
}

TEST_CASE("Separators are found at any distance") {
  for (std::size_t gap = 0; gap < 40; ++gap) {
    const std::string word(gap + 1, 'x');
    for (const std::string separator : {"\n", "\r\n", "\u2028", "\u0085"}) {
      CHECK(blocks(word + separator + word + separator + "y") == Blocks{word, word, "y"});
    }
  }
}

TEST_CASE("Hard-wrapped paragraphs are put together") {
  CHECK(blocks("The council met on Tuesday to discuss the new bridge over the\n"
               "river, which has been closed since the flood of last spring and\n"
               "will not open before the end of the year. Members asked for more\n"
               "money. The mayor promised an answer by Friday.\n"
               "\n"
               "Shopkeepers on both banks complain that they have lost half of\n"
               "their customers.") == Blocks{"The council met on Tuesday to discuss the new bridge over the\n"
                                             "river, which has been closed since the flood of last spring and\n"
                                             "will not open before the end of the year. Members asked for more\n"
                                             "money. The mayor promised an answer by Friday.",
                                             "Shopkeepers on both banks complain that they have lost half of\n"
                                             "their customers."});
}

TEST_CASE("In hard-wrapped text an indented line begins a paragraph, and so does what follows a short one") {
  CHECK(blocks("   The council met on Tuesday to discuss the new bridge over the\n"
               "river, which has been closed since the flood of last spring and\n"
               "will not open before the end of the year, though nobody says so\n"
               "in public.\n"
               "   Shopkeepers on both banks complain that they have lost half of\n"
               "their customers.\n"
               "Some of them have closed already and moved to the larger towns of\n"
               "the coast.") == Blocks{"The council met on Tuesday to discuss the new bridge over the\n"
                                       "river, which has been closed since the flood of last spring and\n"
                                       "will not open before the end of the year, though nobody says so\n"
                                       "in public.",
                                       "Shopkeepers on both banks complain that they have lost half of\n"
                                       "their customers.",
                                       "Some of them have closed already and moved to the larger towns of\n"
                                       "the coast."});
}

TEST_CASE("Lists, verse, headings and sentences on lines of their own are not hard-wrapped") {
  const std::vector<Blocks> texts = {{"two cups of flour", "a spoon of sugar", "one egg from the market", "milk",
                                      "salt and pepper to taste as you like"},
                                     {"Rain is expected in the north.", "Winds will reach the coast by noon.",
                                      "Snow may fall in the hills tonight.", "Drivers are asked to stay at home."},
                                     {"Bridge to stay closed until spring, says mayor", "Flood victims wait for help",
                                      "New school opens its doors", "Old mill burns down in the night"},
                                     {"the river rose in the night", "and took the bridge away,",
                                      "the old men say it was in spite", "of what they pay."},
                                     {"Police said the suspect had fled", "coup attempt", "The army denied it."}};
  for (const Blocks& lines : texts) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    CHECK(blocks(text) == lines);
  }
}

}  // namespace
}  // namespace calque
