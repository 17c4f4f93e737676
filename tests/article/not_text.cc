// Whatever comes in, the text is valid UTF-8, and binary data is not taken for an article.
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "article/reading.h"
#include "base/utf8.h"

namespace calque {
namespace {

using namespace std::string_literals;

std::string random_bytes(std::mt19937& random, std::size_t size) {
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

TEST_CASE("Nothing, or white space alone, is not text") {
  for (const std::string& bytes : {""s, " \n\t\r\n"s, "\u00A0\u2003\u2028\u200B"s, "\xEF\xBB\xBF"s}) {
    const Article article = read(bytes);
    CHECK_FALSE(article.is_text);
    CHECK(article.blocks.empty());
  }
}

TEST_CASE("Binary data is not text and is not kept") {
  std::mt19937 random(5);
  for (const std::size_t size : {2'000, 60'000, 300'000}) {
    for (const char* charset : {"", "utf-8", "windows-1252", "shift_jis"}) {
      const Article article = read(random_bytes(random, size), charset);
      CAPTURE(size, charset);
      CHECK(article.text.empty());
      CHECK(article.blocks.empty());
      CHECK_FALSE(article.is_text);
    }
  }
}

TEST_CASE("A few control characters do not make a text binary, and stay in it") {
  const std::string bytes = "The rain fell all night\0 long, and the river rose.\x07"s;
  const Article article = read(bytes);
  CHECK(article.is_text);
  CHECK(article.text == bytes);
}

TEST_CASE("One control character in twenty is still text, more is not") {
  const std::string nineteen = "nineteen bytes here";
  CHECK(read(nineteen + '\x01').is_text);
  CHECK_FALSE(read("\x01" + nineteen.substr(1) + '\x01').is_text);
  CHECK_FALSE(read(nineteen + "\u0080\u0081").is_text);  // C1
  CHECK_FALSE(read(nineteen + "\uFFFD\uFFFD").is_text);
  CHECK(read(nineteen + "\t\n\r\f").is_text);
  CHECK_FALSE(read("\x7F\x7F\x7F").is_text);
}

TEST_CASE("Binary data after 64 KiB of text does no harm") {
  std::mt19937 random(6);
  std::string bytes;
  while (bytes.size() < 70'000) bytes += "The rain fell all night long. ";
  bytes += random_bytes(random, 50'000);
  const Article article = read(bytes);
  CHECK(article.is_text);
  CHECK(is_valid_utf8(article.text));
}

TEST_CASE("Any bytes in any charset give valid UTF-8 and sound blocks") {
  std::mt19937 random(8);
  const std::vector<std::string> charsets = {
      "",          "utf-8",   "windows-1252", "utf-16le", "utf-16be",     "utf-32be",
      "shift_jis", "gb18030", "iso-2022-jp",  "koi8-r",   "nonsense\xFF", "utf-7"};
  const std::vector<std::string> pieces = {"word ",        "\n",    "\r\n",     "\xC2\x85",  "\xE2\x80\xA8",
                                           "\xC2",         "\xE2",  "\xE2\x80", "e\xCC\x81", "\xFF\xFE",
                                           "\xEF\xBB\xBF", "\0\0"s, "a\0"s,     "\x1B$B",    "."};
  for (int round = 0; round < 6'000; ++round) {
    std::string bytes;
    for (auto left = random() % 30; left > 0; --left) {
      bytes += random() % 4 == 0 ? random_bytes(random, 1 + random() % 6) : pieces[random() % pieces.size()];
    }
    const Article article = read(bytes, charsets[random() % charsets.size()]);
    REQUIRE(is_valid_utf8(article.text));
    REQUIRE(is_valid_utf8(article.input));
    REQUIRE(article.is_text == !article.blocks.empty());
    require_sound_blocks(article);
  }
}

TEST_CASE("UTF-16 comes back as it went, whatever it holds") {
  std::mt19937 random(9);
  for (int round = 0; round < 2'000; ++round) {
    icu::UnicodeString text;
    for (auto left = 1 + random() % 60; left > 0; --left) {
      // Blocks that Form C leaves alone: Latin, Cyrillic letters that look like none of those, ideographs, emoji.
      constexpr std::pair<UChar32, unsigned> kRanges[] = {{0x20, 95}, {0x42A, 6}, {0x4E00, 20'000}, {0x1F600, 64}};
      const auto& [begin, size] = kRanges[random() % 4];
      text.append(static_cast<UChar32>(begin + random() % size));
    }
    std::string utf8;
    text.toUTF8String(utf8);
    const std::u16string units(text.getBuffer(), static_cast<std::size_t>(text.length()));
    for (const bool big_endian : {false, true}) {
      const Article article = read((big_endian ? "\xFE\xFF" : "\xFF\xFE") + as_utf16(units, big_endian));
      REQUIRE(article.text == utf8);
    }
  }
}

TEST_CASE("A single line of 50 MB is read") {
  std::string line;
  while (line.size() < 50'000'000) line += "The caf\u00E9 opened again. ";
  const Article article = read(line, "utf-8");
  CHECK(article.is_text);
  REQUIRE(article.blocks.size() == 1);
  CHECK(article.blocks[0].span.size() == line.size() - 1);
}

}  // namespace
}  // namespace calque
