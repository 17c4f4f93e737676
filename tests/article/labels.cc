// What a page declares as its charset gives way to evidence.
#include "article/reading.h"

namespace calque {
namespace {

const std::string kQuay = "On the quay \u201Cnobody\u201D paid the caf\u00E9\u2019s bill \u2013 it came to \u20AC10.";
const std::string kQuay1252 =
    "On the quay \x93nobody\x94 paid the caf\xE9\x92s bill \x96 it came to \x80"
    "10.";

Article page(const std::string& text, const std::string& declared, const std::string& header = "") {
  Document document;
  document.markup = Markup::kPage;
  document.charset = header;
  document.bytes = "<html><head><meta charset='" + declared + "'></head><body><p>" + text + "</p></body></html>";
  return read_article(document);
}

TEST_CASE("UTF-8 that is valid and goes beyond ASCII is UTF-8, whatever the page or its header say") {
  for (const std::string declared :
       {"iso-8859-1", "windows-1252", "gb2312", "utf-16", "utf-16be", "utf-7", "koi8-r", ""}) {
    CAPTURE(declared);
    CHECK(page(kQuay, declared).text == kQuay);
    CHECK(page(kQuay, "utf-8", declared).text == kQuay);
  }
}

TEST_CASE("A page that reads as ASCII is not UTF-16") {
  CHECK(page("The boats are new.", "utf-16").text == "The boats are new.");
  CHECK(page("The boats are new.", "utf-8", "UTF-16LE").text == "The boats are new.");
}

TEST_CASE("windows-1252 and windows-1251 under the name of UTF-8 are found out") {
  const Article western = page(kQuay1252, "utf-8");
  CHECK(western.text == kQuay);
  CHECK(western.charset == "windows-1252");
  CHECK(western.replaced_bytes == 0);
  std::string cyrillic;
  for (const char16_t unit : std::u16string(
           u"Паромная компания заменит обе деревянные лодки стальными до начала лета, сказала её директор "
           u"журналистам в порту. Жители острова просили о позднем рейсе по пятницам, но пока без успеха. По "
           u"её словам, старые корпуса чинили так часто, что от них ничего не осталось."))
    cyrillic += static_cast<char>(unit < 0x80 ? unit : unit == u'ё' ? 0xB8 : unit - 0x350);
  CHECK(page(cyrillic, "utf-8").text.starts_with("Паромная компания"));
}

TEST_CASE("Bytes of windows-1252 inside UTF-8 are read one by one") {
  const Article article = page(kQuay + " The ma\xEEtre d\x92 said so.", "utf-8");
  CHECK(article.text == kQuay + " The ma\u00EEtre d\u2019 said so.");
  CHECK(article.replaced_bytes == 0);
  CHECK(page(kQuay + " Cut \xE2\x80 off.", "utf-8").replaced_bytes == 2);
}

TEST_CASE("A charset in a description is none, and one behind a long comment is") {
  Document document;
  document.markup = Markup::kPage;
  document.bytes = "<meta name=description content='On charset=windows-1251 and others'><p>caf\xE9 caf\xE9</p>";
  CHECK(read_article(document).text == "caf\u00E9 caf\u00E9");
  document.bytes = "<!--" + std::string(5000, 'x') + "--><meta charset=windows-1251><p>\xCF\xF0\xE8\xE2\xE5\xF2</p>";
  CHECK(read_article(document).text == "\u041F\u0440\u0438\u0432\u0435\u0442");
}

TEST_CASE("Text that was encoded twice is decoded twice where that is certain, and says so") {
  const std::string twice =
      "On the quay \u00E2\u20AC\u0153nobody\u00E2\u20AC\uFFFD paid the caf\u00C3\u00A9\u00E2\u20AC\u2122s bill "
      "\u00E2\u20AC\u201C it came to \u00E2\u201A\u00AC10.";
  const Article article = page(twice, "utf-8");
  CHECK(article.text == kQuay);
  CHECK(article.charset == "utf-8 twice");
  for (const std::string& once : {std::string("A caf\u00C3\u00A9 is what a wrong charset makes of a caf\u00E9."),
                                  std::string("S\u00C3O PAULO"), std::string("Only caf\u00C3\u00A9.")}) {
    CHECK(page(once, "utf-8").text == once);
  }
  CHECK(read(twice, "utf-8").text == twice);
}

}  // namespace
}  // namespace calque
