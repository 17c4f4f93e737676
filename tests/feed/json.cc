// JSON that is not a line each: arrays, objects over several lines, several in a line, JSON Feed. A broken object costs
// no other.
#include <random>

#include "feed/files.h"
#include "feed/json_scanner.h"

namespace calque {
namespace {

// The texts, "!" for what is rejected.
std::vector<std::string> texts(const std::string& bytes, FeedFormat format = FeedFormat::kAuto,
                               const FeedSizes& sizes = {}) {
  const TempFile file(bytes);
  RecordParser parser;
  std::vector<std::string> result;
  for (const Record& record : read_all(file.path(), format, sizes)) {
    const auto document = parser.parse(record);
    result.push_back(document ? document->bytes : "!");
  }
  return result;
}

FeedFormat sniffed(const std::string& bytes) {
  const TempFile file(bytes);
  auto source = open_feed(file.path(), FeedFormat::kAuto);
  REQUIRE(source);
  return (*source)->format();
}

using Texts = std::vector<std::string>;

TEST_CASE("An array is read object by object, through any buffer") {
  const std::string array =
      "\xEF\xBB\xBF[\n {\"text\":\"a ] } \\\" [\"},\n {\"id\":[{\"text\":\"no\"}],\"text\":\"b\"},{\"text\":\"c\"} ]\n";
  CHECK(sniffed(array) == FeedFormat::kJson);
  for (const std::size_t buffer : {8, 9, 31, 1 << 20}) {
    CHECK(texts(array, FeedFormat::kAuto, {buffer}) == Texts{"a ] } \" [", "b", "c"});
  }
  CHECK(texts("[]").empty());
  CHECK(texts("[{\"text\":\"a\"}][{\"text\":\"b\"}]") == Texts{"a", "b"});
}

TEST_CASE("Objects may go over several lines or share one, with a separator or none") {
  CHECK(sniffed("{\n  \"text\": \"a\",\n  \"tags\": [\n    1\n  ]\n}\n") == FeedFormat::kJson);
  CHECK(texts("{\n  \"text\": \"a\"\n}\n{\n  \"text\": \"b\"\n}\n") == Texts{"a", "b"});
  CHECK(texts("{\"text\":\"a\"}{\"text\":\"b\"} {\"text\":\"c\"}") == Texts{"a", "b", "c"});
  CHECK(texts("\x1E{\"text\":\"a\"}\n\x1E{\"text\":\"b\"}\n") == Texts{"a", "b"});
  CHECK(texts("\x1E{\n\"text\":\"a\"\n}\n\x1E{\n\"text\":\"b\"\n}\n") == Texts{"a", "b"});
}

TEST_CASE("A shard whose first line is damaged is JSONL") {
  const std::string good = "{\"text\":\"a\"}\n{\"text\":\"b\"}\n{\"text\":\"c\"}\n";
  for (const std::string bad : {"the end of a line that began in another file.\"}\n", "{\"id\":1,\"text\":\"cut\n",
                                "{\"id\":1,\n", "Fetched 3 articles\n\n", "[\"id\",\"text\"]\n", "<html>504</html>\n",
                                "text\n", "{\"text\":\"x\"} and more\n"}) {
    CAPTURE(bad);
    CHECK(sniffed(bad + good) == FeedFormat::kJsonl);
    CHECK(texts(bad + good) == Texts{"!", "a", "b", "c"});
  }
  CHECK(texts("{\"text\":\"a\"},\n{\"text\":\"b\"},\n") == Texts{"a", "b"});
}

TEST_CASE("A broken object loses only itself, wherever it is broken") {
  const std::string good = "{\"text\":\"fine\",\"n\":[{\"text\":\"no\"},{}]}";
  for (const std::string bad :
       {"{\"text\":\"not closed},", "{\"text\":\"no brace\",", "{\"text\":\"no brace\"", "{\"text\" \"no colon\"},",
        "{\"text\":\"x\" \"id\":1},", "{\"text\":\"x\",,},", "{\"text\":\"x\",\"n\":[1},", "{text:1},",
        "\"text\":\"x\"},", "12,", "\"a string\",", "null,", "rubbish,", "{\"text\":\"x\"]},", "{\"a\":{\"b\":1,"}) {
    CAPTURE(bad);
    const std::string between = bad.ends_with(',') || bad.ends_with('"') ? "" : ",";
    CHECK(texts("[" + good + "," + bad + between + good + "," + good + "]") == Texts{"fine", "!", "fine", "fine"});
    CHECK(texts("[\n" + good + ",\n" + bad + between + "\n" + good + "\n]") == Texts{"fine", "!", "fine"});
  }
}

TEST_CASE("An object over several lines that breaks ends where the next begins in its column") {
  const auto object = [](const std::string& text) {
    return "  {\n    \"text\": \"" + text +
           "\",\n    \"tags\": [\n      {\n        \"text\": \"no\"\n      }\n    ]\n  },\n";
  };
  CHECK(texts("[\n" + object("a") + object("b\n") + object("c") + "]") == Texts{"a", "!", "c"});
  CHECK(texts("[\n" + object("a") + object("b\" \"") + object("c") + "]") == Texts{"a", "!", "c"});
}

TEST_CASE("A JSON Feed's items are articles") {
  const std::string feed =
      "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\":\"Own\", \"authors\":[{\"name\":\"x\"}], "
      "\"items\": ["
      "{\"id\":1,\"url\":\"https://www.a.example/1\",\"title\":\"One\",\"content_html\":\"<p>Rain.</p>\","
      "\"date_published\":\"2026-03-05T06:07:08Z\"},{\"id\":\"2\",\"content_text\":\"Snow.\"},{\"id\":\"3\","
      "\"summary\":\"Hail.\"},"
      "{\"id\":\"4\"}], \"x\": [{\"id\":5,\"content_text\":\"no\"}]}";
  CHECK(sniffed(feed) == FeedFormat::kJsonFeed);
  for (const std::size_t buffer : {8, 1 << 20}) {
    CHECK(texts(feed, FeedFormat::kAuto, {buffer}) == Texts{"<p>Rain.</p>", "Snow.", "Hail.", "!"});
  }
  const TempFile file(feed);
  const auto document = RecordParser().parse(read_all(file.path(), FeedFormat::kAuto).at(0));
  REQUIRE(document);
  CHECK(document->id == "1");
  CHECK(document->host == "a.example");
  CHECK(document->title == "One");
  CHECK(document->date == "2026-03-05T06:07:08Z");
  CHECK(document->markup == Markup::kFragment);
  CHECK(texts("{\"version\":\"https://jsonfeed.org/version/1\"}") == Texts{"!"});
}

TEST_CASE("An object longer than the limit is cut off a byte behind it, and its neighbours stay whole") {
  const std::string array = "[{\"text\":\"a\"},{\"text\":\"" + std::string(500, 'x') + "\"},{\"text\":\"b\"}]";
  const TempFile file(array);
  const auto records = read_all(file.path(), FeedFormat::kJson, {16, 100});
  REQUIRE(records.size() == 3);
  CHECK(records[1].bytes.size() == 101);
  CHECK(records[2].bytes == "{\"text\":\"b\"}");
}

TEST_CASE("Where a value ends does not depend on how it comes in pieces") {
  std::mt19937 random(5);
  const std::vector<std::string> pieces = {"{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\\", "1", "null", " ", "\n"};
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes = random() % 2 == 0 ? "{" : "[";
    for (auto left = random() % 12; left > 0; --left) bytes += pieces[random() % pieces.size()];
    JsonScanner whole;
    const std::size_t taken = whole.take(bytes);
    JsonScanner slow;
    std::size_t at = 0;
    while (at < bytes.size() && slow.state() == JsonScanner::State::kInside) {
      const std::size_t step = slow.take(std::string_view(bytes).substr(at, 1));
      at += step;
    }
    CAPTURE(bytes);
    REQUIRE(at == taken);
    REQUIRE(slow.state() == whole.state());
  }
}

}  // namespace
}  // namespace calque
