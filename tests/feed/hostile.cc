// Records made to exhaust a reader: their cost is linear in their size, and no other record is lost.
#include <string>

#include "feed/compressing.h"
#include "feed/files.h"

namespace calque {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  while (times-- > 0) out += piece;
  return out;
}

constexpr std::size_t kDeep = 10'000'000;

TEST_CASE("JSON ten million brackets deep, closed or not, neither overflows the stack nor harms its neighbours") {
  const std::string good = "{\"text\":\"fine\"}\n";
  for (const std::string open : {"[", "{\"a\":"}) {
    for (const bool is_closed : {false, true}) {
      const std::size_t times = kDeep / open.size();
      std::string deep = "{\"text\":\"x\",\"a\":" + repeated(open, times);
      if (is_closed) deep += "1" + repeated(open == "[" ? "]" : "}", times) + "}";
      const TempFile file(good + deep + "\n" + good);
      RecordParser parser;
      std::vector<std::string> texts;
      for (const Record& record : read_all(file.path(), FeedFormat::kJsonl)) {
        const auto document = parser.parse(record);
        texts.push_back(document ? document->bytes : "rejected");
      }
      REQUIRE(texts.size() == 3);
      CHECK(texts[0] == "fine");
      CHECK((texts[1] == "x" || texts[1] == "rejected"));
      CHECK(texts[2] == "fine");
    }
  }
}

TEST_CASE("Entities that a feed defines in terms of each other are not expanded") {
  std::string types = "<!ENTITY a0 \"laugh\">";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    types += "<!ENTITY a" + std::to_string(i) + " \"" + repeated(before, 10) + "\">";
  }
  const TempFile file("<?xml version=\"1.0\"?><!DOCTYPE rss [" + types +
                      "]><rss><channel><item><description>&a29; ends</description></item></channel></rss>");
  RecordParser parser;
  std::vector<std::string> texts;
  for (const Record& record : read_all(file.path(), FeedFormat::kAuto)) {
    if (const auto document = parser.parse(record)) texts.push_back(document->bytes);
  }
  CHECK(texts == std::vector<std::string>{"&a29; ends"});
}

// Were each of them looked for to the end of the item, this would take hours.
TEST_CASE("Items full of what begins and does not end cost what their size says") {
  constexpr std::size_t kMany = 200'000;
  for (const std::string piece :
       {"<", "<b ", "<b", "<![CDATA[", "&", "&lt;b ", "<b/", "<?", "<!--", "</b", "<description>", "]]>"}) {
    CAPTURE(piece);
    const TempFile file("<rss><item><description>x" + repeated(piece, kMany) + "</description></item></rss>");
    RecordParser parser;
    std::size_t documents = 0;
    for (const Record& record : read_all(file.path(), FeedFormat::kRss)) documents += parser.parse(record).has_value();
    CHECK(documents <= 1);
  }
}

TEST_CASE("Arrays full of what begins and does not end cost what their size says") {
  constexpr std::size_t kMany = 200'000;
  for (const std::string piece :
       {"[", "{", "\"", "{\"", "{\"a\":", "{},", "x", ",{\"a\":\"", "\n{", "{\"a\"}", "\n{\"a\":1"}) {
    CAPTURE(piece);
    const TempFile file("[{\"text\":\"x\"}," + repeated(piece, kMany));
    CHECK(read_all(file.path(), FeedFormat::kJson).size() >= 1);
  }
}

TEST_CASE("Compression within compression is undone twice: what is deeper is refused by name") {
  const std::string text = repeated("The council voted late. ", 20);
  for (const std::string& nested : {gzip(gzip(text)), zstd(zstd(text)), gzip(zstd(text))}) {
    const TempFile file(nested);
    const auto records = read_all(file.path(), FeedFormat::kAuto);
    REQUIRE(records.size() == 1);
    CHECK(records[0].bytes == text);
  }
  const TempFile file(gzip(gzip(gzip(text))));
  const auto source = open_feed(file.path(), FeedFormat::kAuto);
  REQUIRE(!source);
  CHECK(source.error().message.find("it is gzip data in more than two layers") != std::string::npos);
}

TEST_CASE("A line without an end is cut off at the limit, however much follows") {
  constexpr std::size_t kLimit = 1 << 16;
  const TempFile file(gzip(std::string(std::size_t{1} << 28, 'x') + "\nnext\n"));
  const auto records = read_all(file.path(), FeedFormat::kLines, {1 << 16, kLimit});
  REQUIRE(records.size() == 2);
  CHECK(records[0].bytes.size() == kLimit + 1);
  CHECK(records[1].bytes == "next");
}

}  // namespace
}  // namespace calque
