// What a record's document is, and why a record is turned away.
#include "feed/files.h"

namespace calque {
namespace {

std::string reason(std::string line, FieldNames fields = {}) {
  const auto document = parse_line(std::move(line), std::move(fields));
  REQUIRE(!document);
  CHECK(document.error().origin.line == 7);
  CHECK(*document.error().origin.file == "feed.jsonl");
  return document.error().reason;
}

std::string text_of(std::string line) {
  const auto document = parse_line(std::move(line));
  REQUIRE(document);
  return document->bytes;
}

TEST_CASE("A line's text, id and URL become a document") {
  const auto document = parse_line(R"({"id":"a1","url":"https://x.example/","text":"Rain fell.","n":[1,{"text":2}]})");
  REQUIRE(document);
  CHECK(document->id == "a1");
  CHECK_FALSE(document->id_is_integer);
  CHECK(document->url == "https://x.example/");
  CHECK(document->bytes == "Rain fell.");
  CHECK(document->charset == "utf-8");
  CHECK(document->replaced_bytes == 0);
}

TEST_CASE("Fields may have other names, and one may serve twice") {
  const auto document = parse_line(R"({"body":"Rain.","link":"https://x.example/"})", {"body", "link", "link"});
  REQUIRE(document);
  CHECK(document->bytes == "Rain.");
  CHECK(document->id == "https://x.example/");
  CHECK(document->url == "https://x.example/");
}

TEST_CASE("Integers stay integers to the last digit, other scalars become strings") {
  const auto id_of = [](const std::string& json) {
    auto document = parse_line("{\"text\":\"x\",\"id\":" + json + " }");
    REQUIRE(document);
    return std::pair(document->id, document->id_is_integer);
  };
  CHECK(id_of("12") == std::pair(std::string("12"), true));
  CHECK(id_of("-0") == std::pair(std::string("-0"), true));
  CHECK(id_of("123456789012345678901234567890") == std::pair(std::string("123456789012345678901234567890"), true));
  CHECK(id_of("1.50") == std::pair(std::string("1.50"), false));
  CHECK(id_of("1e9") == std::pair(std::string("1e9"), false));
  CHECK(id_of("true") == std::pair(std::string("true"), false));
  CHECK(id_of("\"\"") == std::pair(std::string("feed.jsonl:7"), false));
  CHECK(id_of("\"\\u00e9\"") == std::pair(std::string("\xC3\xA9"), false));
  CHECK(id_of("null") == std::pair(std::string("feed.jsonl:7"), false));
  CHECK(id_of("{\"a\":1}") == std::pair(std::string("feed.jsonl:7"), false));
}

TEST_CASE("Without an id the place in the feed is one") { CHECK(parse_line(R"({"text":"x"})")->id == "feed.jsonl:7"); }

TEST_CASE("A URL that is no string is ignored") {
  for (const std::string url : {"5", "null", "[\"a\"]", "{}", "\"\\q\""}) {
    const auto document = parse_line("{\"url\":" + url + ",\"text\":\"x\"}");
    REQUIRE(document);
    CHECK(document->url.empty());
  }
}

TEST_CASE("Of a key that occurs twice the last counts") {
  CHECK(text_of(R"({"text":"one","text":"two"})") == "two");
  CHECK(reason(R"({"text":"one","text":null})") == "field \"text\" is null");
}

TEST_CASE("Keys and texts may be written with escapes") {
  CHECK(text_of(R"({"te\u0078t":"a\"b\\c\/d\b\f\n\r\t\u00e9\u2019\ud83d\ude00."})") ==
        "a\"b\\c/d\b\f\n\r\t\xC3\xA9\xE2\x80\x99\xF0\x9F\x98\x80.");
  CHECK(text_of(R"({"text":"a\u0000b"})") == std::string("a\0b", 3));
}

TEST_CASE("Lone surrogates become replacement characters and are counted") {
  const auto lone = [](const std::string& text) {
    auto document = parse_line("{\"id\":\"\\ud800\",\"text\":\"" + text + "\"}");
    REQUIRE(document);
    return std::pair(document->bytes, document->replaced_bytes);
  };
  CHECK(lone("a\\ud83d") == std::pair(std::string("a\xEF\xBF\xBD"), std::size_t{1}));
  CHECK(lone("\\ude00b") == std::pair(std::string("\xEF\xBF\xBD"
                                                  "b"),
                                      std::size_t{1}));
  CHECK(lone("\\ud83dx") == std::pair(std::string("\xEF\xBF\xBDx"), std::size_t{1}));
  CHECK(lone("\\ud83d\\u0041") == std::pair(std::string("\xEF\xBF\xBD"
                                                        "A"),
                                            std::size_t{1}));
  CHECK(lone("\\ud83d\\ud83d\\ude00") == std::pair(std::string("\xEF\xBF\xBD\xF0\x9F\x98\x80"), std::size_t{1}));
}

TEST_CASE("Invalid UTF-8 is not rejected: that of the text stays, in other fields it is replaced") {
  const auto document = parse_line("{\"x\xFF\":\"\xC3\",\"text\":\"caf\xE9 \xE2\x80. \\u00e9\",\"id\":\"\x80\"}");
  REQUIRE(document);
  CHECK(document->bytes == "caf\xE9 \xE2\x80. \xC3\xA9");  // the article stage may know better what they mean
  CHECK(document->replaced_bytes == 0);
  CHECK(document->id == "\xEF\xBF\xBD");
}

TEST_CASE("A line that holds no text says what it has instead") {
  CHECK(reason(R"({"title":"x","bo\ndy":1})") ==
        "no field \"text\"; fields are: \"title\", \"bo\\ndy\"; name the right one with --text-field");
  CHECK(reason("{}") == "no field \"text\"; the object is empty; name the right one with --text-field");
  CHECK(reason(R"({"text":3})") == "field \"text\" is 3, not a string");
  CHECK(reason(R"({"text":false})") == "field \"text\" is false, not a string");
  CHECK(reason(R"({"text":["a"]})") == "field \"text\" is an array, not a string");
  CHECK(reason(R"({"text":{"a":1}})") == "field \"text\" is an object, not a string");
  CHECK(reason(R"({"text":"x"})", {"body", "id", "url"}) ==
        "no field \"body\"; fields are: \"text\"; name the right one with --text-field");
}

TEST_CASE("A long list of fields is cut short") {
  std::string line = "{";
  for (int i = 0; i < 1000; ++i) line += "\"" + std::string(100, 'k') + "\":1,";
  line.back() = '}';
  CHECK(reason(line).size() < 800);
}

TEST_CASE("Lines that are no JSON object are rejected in words") {
  CHECK(reason("[\"text\"]") == "the line is an array, not a JSON object");
  CHECK(reason("\"text\"") == "the line is a string, not a JSON object");
  CHECK(reason("12") == "the line is a number, not a JSON object");
  CHECK(reason("A plain line of \ttext, and more") ==
        "the line is no JSON object: it begins with \"A plain line of  text, a\"");
  CHECK(reason(R"({"text":"x)") == "broken JSON: a string is not closed");
  CHECK(reason("{\"text\":\"a\tb\"}") == "broken JSON: a control character stands in a string without an escape");
  for (const char* line :
       {R"({"text":"x"} more)", R"({"text":"x"}{"text":"y"})", R"({"text":"x"}})", R"({"text":"x")", R"({"text":"x",})",
        R"({"text" "x"})", R"({text:"x"})", R"({"text":"x","id":tru})", R"({"text":"x","id":01})",
        R"({"text":"x","id":1.})", R"({"text":"x","id":"\x41"})", R"({"text":"\x41"})", R"({"text":"\u12"})",
        R"({"text":"\u12g4"})", R"({"a":1 "text":"x"})"}) {
    CAPTURE(line);
    CHECK_FALSE(reason(line).empty());
  }
}

TEST_CASE("Deep nesting is skipped at any place") {
  const std::string open(100'000, '[');
  const std::string close(100'000, ']');
  CHECK(text_of("{\"deep\":" + open + close + ",\"text\":\"x\"}") == "x");
  CHECK(reason("{\"text\":" + open + close + "}") == "field \"text\" is an array, not a string");
  CHECK_FALSE(reason("{\"text\":\"x\",\"deep\":" + open).empty());
  CHECK_FALSE(reason(open).empty());
}

TEST_CASE("A file is a document under its own name, its charset yet to be found") {
  RecordParser parser;
  Record record = jsonl_record("caf\xE9", 0);
  record.format = FeedFormat::kText;
  const auto document = parser.parse(record);
  REQUIRE(document);
  CHECK(document->id == "feed.jsonl");
  CHECK(document->bytes == "caf\xE9");
  CHECK(document->charset.empty());
}

TEST_CASE("A name with full stops leads into objects") {
  const FieldNames fields{.text = "data.text", .id = "data.meta.id"};
  const auto nested = parse_line(R"({"data":{"x":{"text":"no"},"text":"Rain.","meta":{"id":7}},"text":"no"})", fields);
  REQUIRE(nested);
  CHECK(nested->bytes == "Rain.");
  CHECK(nested->id == "7");
  CHECK(parse_line(R"({"data.text":"Snow."})", fields)->bytes == "Snow.");
  CHECK(reason(R"({"data":"x","a":1})", fields).starts_with("no field \"data.text\"; fields are: \"data\", \"a\""));
  CHECK(reason(R"({"data":{"text":[]}})", fields) == "field \"data.text\" is an array, not a string");
  CHECK_FALSE(reason(R"({"data":{"text":"x"})", fields).empty());
}

TEST_CASE("Values that no field names are checked when that is asked for") {
  const std::string line = R"({"text":"x","other":nul})";
  CHECK(parse_line(line));
  CHECK(parse_line(R"({"text":"x","other":[1,{"a":"b"}]})", {.strict_json = true}));
  CHECK_FALSE(reason(line, {.strict_json = true}).empty());
  CHECK_FALSE(reason(R"({"text":"x","other":"\x41"})", {.strict_json = true}).empty());
  CHECK_FALSE(reason(R"({"text":"x","other":[1,]})", {.strict_json = true}).empty());
}

TEST_CASE("A comma behind an object and a record separator before it are passed over") {
  CHECK(text_of("{\"text\":\"x\"},") == "x");
  CHECK(text_of("\x1E{\"text\":\"x\"} , ") == "x");
  CHECK(text_of("\xEF\xBB\xBF{\"text\":\"x\"}") == "x");
}

TEST_CASE("A parser that was moved goes on with the names that it was given") {
  RecordParser first({.text = "body"});
  RecordParser second(std::move(first));
  CHECK(second.parse(jsonl_record(R"({"body":"Rain."})"))->bytes == "Rain.");
  RecordParser third;
  third = std::move(second);
  CHECK(third.parse(jsonl_record(R"({"body":"Snow."})"))->bytes == "Snow.");
  CHECK_FALSE(third.parse(jsonl_record(R"({"text":"Hail."})")));
}

TEST_CASE("A parser is not upset by what it parsed before") {
  RecordParser parser;
  CHECK_FALSE(parser.parse(jsonl_record(R"({"text":"\x"})")));
  CHECK_FALSE(parser.parse(jsonl_record("{\"text\":\"\xFF\"")));
  CHECK_FALSE(parser.parse(jsonl_record(R"({"id":3,"url":"u"})")));
  const auto document = parser.parse(jsonl_record(R"({"text":"y"})"));
  REQUIRE(document);
  CHECK(document->bytes == "y");
  CHECK(document->id == "feed.jsonl:7");
  CHECK(document->url.empty());
}

}  // namespace
}  // namespace calque
