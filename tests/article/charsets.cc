// Scraped files come in any charset, seldom in the one they declare.
#include "article/reading.h"

namespace calque {
namespace {

using namespace std::string_literals;

const std::string kCafe = "The caf\u00E9 \u201Copened\u201D again.";
const std::string kCafe1252 = "The caf\xE9 \x93opened\x94 again.";

TEST_CASE("UTF-8 is taken as it is, declared or not") {
  for (const char* charset : {"", "utf-8", "UTF8", "nonsense"}) {
    const Article article = read(kCafe, charset);
    CHECK(article.text == kCafe);
    CHECK(article.charset == "utf-8");
    CHECK(article.replaced_bytes == 0);
    CHECK(article.is_text);
    CHECK(article.input.empty());
  }
}

TEST_CASE("A byte order mark decides, whatever is declared") {
  const std::u16string cafe = u"The caf\u00E9 \u201Copened\u201D again.";
  std::string utf32le("\xFF\xFE\0\0", 4);
  std::string utf32be("\0\0\xFE\xFF", 4);
  for (const char16_t unit : cafe) {
    utf32le += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8), '\0', '\0'};
    utf32be += {'\0', '\0', static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
  }
  const std::pair<std::string, std::string> files[] = {{"\xEF\xBB\xBF" + kCafe, "utf-8"},
                                                       {"\xFF\xFE" + as_utf16(cafe, false), "utf-16le"},
                                                       {"\xFE\xFF" + as_utf16(cafe, true), "utf-16be"},
                                                       {utf32le, "utf-32le"},
                                                       {utf32be, "utf-32be"}};
  for (const auto& [bytes, charset] : files) {
    for (const char* declared : {"", "windows-1252"}) {
      const Article article = read(bytes, declared);
      CHECK(article.text == kCafe);
      CHECK(article.charset == charset);
      CHECK(article.replaced_bytes == 0);
    }
  }
}

TEST_CASE("A JSON string keeps its byte order mark, so that offsets count from its first byte") {
  const Article article = read("\xEF\xBB\xBFRain fell.", "utf-8");
  CHECK(article.text == "\xEF\xBB\xBFRain fell.");
  CHECK(blocks_of(article) == std::vector<std::string>{"Rain fell."});
}

TEST_CASE("UTF-16 without a mark shows by its NULs") {
  const std::u16string text = u"Rain fell on the \u201Cold town\u201D \u2014 all night long.";
  CHECK(read(as_utf16(text, false)).charset == "utf-16le");
  CHECK(read(as_utf16(text, true)).charset == "utf-16be");
  CHECK(read(as_utf16(text, true)).text == "Rain fell on the \u201Cold town\u201D \u2014 all night long.");
}

TEST_CASE("A lone surrogate in UTF-16 is replaced and counted") {
  const Article article =
      read("\xFF\xFE" + as_utf16(u"The rain fell all night long" + std::u16string(1, 0xD800) + u".", false));
  CHECK(article.text == "The rain fell all night long\uFFFD.");
  CHECK(article.replaced_bytes == 2);
}

TEST_CASE("ISO-8859-1 and ASCII are windows-1252 to a browser, and to us") {
  for (const char* declared : {"ISO-8859-1", "latin1", "us-ascii", "windows-1252", "cp1252"}) {
    const Article article = read(kCafe1252, declared);
    CHECK(article.text == kCafe);
    CHECK(article.charset == "windows-1252");
  }
}

TEST_CASE("Undeclared bytes that are not UTF-8 are windows-1252 when nothing speaks for another charset") {
  for (const std::string& bytes : {kCafe1252, "It cost \x80"s + "5.", "caf\xE9"s}) {
    CHECK(read(bytes).charset == "windows-1252");
    CHECK(read(bytes).replaced_bytes == 0);
  }
}

TEST_CASE("A declared charset is believed") {
  CHECK(read("\xF0\xD2\xC9\xD7\xC5\xD4", "koi8-r").text == "\u041F\u0440\u0438\u0432\u0435\u0442");
  CHECK(read("\x93\xFA\x96\x7B\x8C\xEA", "Shift_JIS").text == "\u65E5\u672C\u8A9E");
  CHECK(read("\xBE\xF8\xBE\xEE", "windows-1250").charset == "windows-1250");
  CHECK(read("\xBF\xA2", "iso-8859-2").text == "\u017C\u02D8");
}

TEST_CASE("Russian in windows-1251 is detected") {
  const std::u16string text =
      u"Вчера вечером в нашем городе прошёл сильный дождь, и река вышла из берегов. Жители двух улиц были вынуждены "
      u"покинуть свои дома до утра. По словам мэра, мост через реку останется закрытым как минимум до конца месяца, а "
      u"школы откроются только в понедельник.";
  std::string bytes;
  for (const char16_t unit : text) bytes += static_cast<char>(unit < 0x80 ? unit : unit == u'ё' ? 0xB8 : unit - 0x350);
  const Article article = read(bytes);
  CHECK(article.charset == "windows-1251");
  CHECK(article.text.substr(0, 10) == "Вчера");
}

TEST_CASE("Invalid bytes of UTF-8 are replaced and counted") {
  const Article declared = read("The caf\xC3 in the old town was closed all day\xFF.", "utf-8");
  CHECK(declared.text == "The caf\uFFFD in the old town was closed all day\uFFFD.");
  CHECK(declared.replaced_bytes == 2);

  // More good characters than bad: damaged UTF-8, not windows-1252.
  const Article damaged = read("Caf\u00E9 \u201Cone\u201D and caf\u00E9 two, cut off \xE2\x80");
  CHECK(damaged.charset == "utf-8");
  CHECK(damaged.text == "Caf\u00E9 \u201Cone\u201D and caf\u00E9 two, cut off \uFFFD");
  CHECK(damaged.replaced_bytes == 2);
}

TEST_CASE("What the feed replaced is counted too") {
  Document document;
  document.bytes = "Rain fell \xFF on the old town.";
  document.charset = "utf-8";
  document.replaced_bytes = 3;
  CHECK(read_article(document).replaced_bytes == 4);
}

}  // namespace
}  // namespace calque
