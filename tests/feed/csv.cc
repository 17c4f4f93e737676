// CSV and TSV: what people export, and what goes wrong in it.
#include <random>

#include "feed/files.h"

namespace calque {
namespace {

struct Row {
  std::string id;
  std::string text;  // or "! REASON"
  friend bool operator==(const Row&, const Row&) = default;
};

std::vector<Row> rows(const std::string& bytes, FeedFormat format = FeedFormat::kAuto, const FeedSizes& sizes = {}) {
  const TempFile file(bytes);
  RecordParser parser;
  std::vector<Row> result;
  for (const Record& record : read_all(file.path(), format, sizes)) {
    const auto document = parser.parse(record);
    if (document) {
      std::string id = document->id;
      if (id.starts_with(file.path())) id.replace(0, file.path().size(), "{file}");
      result.push_back({id, document->bytes});
    } else {
      result.push_back({std::to_string(document.error().origin.line), "! " + document.error().reason});
    }
  }
  return result;
}

FeedFormat sniffed(const std::string& bytes, const std::string& column = "text") {
  const TempFile file(bytes);
  auto source = open_feed(file.path(), FeedFormat::kAuto, {column, "id", "url"});
  REQUIRE(source);
  return (*source)->format();
}

TEST_CASE("A file is CSV or TSV when its first line can only be a header that names the text") {
  CHECK(sniffed("id,text\n1,x\n") == FeedFormat::kCsv);
  CHECK(sniffed("\"Text\";\"published at\"\r\n") == FeedFormat::kCsv);
  CHECK(sniffed("url\ttext\n") == FeedFormat::kTsv);
  CHECK(sniffed("\xEF\xBB\xBFid,body,date", "Body") == FeedFormat::kCsv);
  CHECK(sniffed("id,title\n1,x\n") == FeedFormat::kCsv);
  CHECK(sniffed("id,title\nOne day, it rained, and then\n") == FeedFormat::kText);
  CHECK(sniffed("text\n") == FeedFormat::kText);
  CHECK(sniffed("He read the text, and left.\n") == FeedFormat::kText);
  CHECK(sniffed("Readers, text, " + std::string(100, 'x') + "\n") == FeedFormat::kText);
}

TEST_CASE("Cells are read with quotes, doubled quotes, separators and line ends in them") {
  const std::vector<Row> expected = {
      {"1", "Rain, he said, \"fell\"."}, {"2", "One.\r\n\r\nTwo."}, {"3", ""}, {"4", "Last"}};
  CHECK(rows("id,text\r\n1,\"Rain, he said, \"\"fell\"\".\"\r\n2,\"One.\r\n\r\nTwo.\"\r\n3,\r\n4,Last") == expected);
  CHECK(rows("ID;Text;Note\n1;\"Rain, he said, \"\"fell\"\".\";\n2;\"One.\r\n\r\nTwo.\" ;n\n\n3;;\n4;Last;n\n") ==
        expected);
  CHECK(rows("text\tid\n\"Rain, he said, \"\"fell\"\".\"\t1\n\"One.\r\n\r\nTwo.\"\t2\n\t3\nLast\t4\n") == expected);
}

TEST_CASE("Records are the file again, row by row, with the numbers of their lines") {
  const std::string body = "1,\"One.\nTwo.\"\r\n2,Three\n3,\"Four\"";
  const TempFile file("id,text\n" + body);
  std::string again;
  std::vector<std::uint64_t> numbers;
  for (const Record& record : read_all(file.path(), FeedFormat::kAuto)) {
    again += record.bytes + record.ending;
    numbers.push_back(record.origin.line);
    CHECK(record.header->row == "id,text");
  }
  CHECK(again == body);
  CHECK(numbers == std::vector<std::uint64_t>{2, 4, 5});
}

TEST_CASE("Without an id a row is named by its line, and a text in any charset is left to the article stage") {
  const auto found = rows("text,n\nx,1\ncaf\xE9,2\n");
  REQUIRE(found.size() == 2);
  CHECK(found[0].id == "{file}:2");
  CHECK(found[1].text == "caf\xE9");
}

TEST_CASE("A row of the wrong width is rejected, its neighbours are not") {
  const std::vector<Row> expected = {{"1", "a"},
                                     {"3", "! a row of 3 cells where the header has 2"},
                                     {"4", "! a row of 1 cells where the header has 2"},
                                     {"4", "d"}};
  CHECK(rows("id,text\n1,a\n2,b,b\n3\n4,d\n") == expected);
}

TEST_CASE("A header without the text is an error that names its columns") {
  const TempFile file("id,body\n1,x\n");
  for (const FeedFormat format : {FeedFormat::kCsv, FeedFormat::kAuto}) {
    auto source = open_feed(file.path(), format);
    REQUIRE(source);
    const auto record = (*source)->next();
    REQUIRE(!record);
    CHECK(record.error().message == "cannot read " + file.path() +
                                        ": no column \"text\"; columns are: \"id\", \"body\"; name the right one "
                                        "with --text-field");
  }
}

TEST_CASE("Cells may be separated by bars, tabs or what a first line says") {
  CHECK(rows("id|text\n1|Rain, wind; snow\n") == std::vector<Row>{{"1", "Rain, wind; snow"}});
  CHECK(rows("sep=;\r\nid,x;text\r\n1;Rain\r\n") == std::vector<Row>{{"{file}:3", "Rain"}});
  CHECK(rows("\xEF\xBB\xBFsep=\t\nid\ttext\n1\tRain\n") == std::vector<Row>{{"1", "Rain"}});
  CHECK(rows(utf16("id\ttext\r\n1\tcaf\xC3\xA9\r\n", false, true)) == std::vector<Row>{{"1", "caf\xC3\xA9"}});
}

TEST_CASE("Lines may end with carriage returns alone, and rows go over several of them") {
  CHECK(rows("id,text\r1,Rain\r2,\"One\rtwo\"\r") == std::vector<Row>{{"1", "Rain"}, {"2", "One\rtwo"}});
}

TEST_CASE("Spaces before cells and their quotes are no text where the header has them, too") {
  CHECK(rows("id, text\n1, \"Rain, wind\"\n2, Snow\n") == std::vector<Row>{{"1", "Rain, wind"}, {"2", "Snow"}});
  CHECK(rows("id,text\n1, Rain\n") == std::vector<Row>{{"1", " Rain"}});
}

TEST_CASE("Quotes behind backslashes are text where no quote is doubled") {
  CHECK(rows("id,text\n1,\"He said \\\"no\\\", and left, angry\"\n2,\"\"\n3,\"C:\\\\\"\n") ==
        std::vector<Row>{{"1", "He said \"no\", and left, angry"}, {"2", ""}, {"3", "C:\\"}});
  CHECK(rows("id,text\n1,\"C:\\\"\n2,\"He said \"\"no\"\"\"\n") ==
        std::vector<Row>{{"1", "C:\\"}, {"2", "He said \"no\""}});
}

TEST_CASE("One column is a table when what follows is quoted or the name says so") {
  CHECK(rows("text\n\"One,\n\ntwo.\"\n\"Three.\"\n") ==
        std::vector<Row>{{"{file}:2", "One,\n\ntwo."}, {"{file}:5", "Three."}});
}

TEST_CASE("A mark in the midst of a file, where another begins, is no text") {
  CHECK(rows("id,text\n1,a\n\xEF\xBB\xBF\"2\",b\n") == std::vector<Row>{{"1", "a"}, {"2", "b"}});
}

TEST_CASE("What stands before the first row is kept byte for byte") {
  const std::string before = "\xEF\xBB\xBF\r\nsep=,\r\n";
  const TempFile file(before + "id,text\r\n1,a\r\n");
  const auto records = read_all(file.path(), FeedFormat::kAuto);
  REQUIRE(records.size() == 1);
  CHECK(records[0].header->before == before);
  CHECK(records[0].header->row == "id,text");
  CHECK(records[0].header->ending == "\r\n");
}

TEST_CASE("A quoted cell that is never closed is the fault of its own line") {
  const Row fault = {"3", "! a quoted cell is not closed"};
  CHECK(rows("id,text\n1,\"a\"\n2,\"b\n3,\"c\"\n4,d\n") == std::vector<Row>{{"1", "a"}, fault, {"3", "c"}, {"4", "d"}});
  CHECK(rows("id,text\n1,\"a\"\n2,\"b\n3,c\n4,d") == std::vector<Row>{{"1", "a"}, fault, {"3", "c"}, {"4", "d"}});
  CHECK(rows("id,text\n1,\"a\"\n2,\"b\n3,\"c\nmore\"\n4,d\n") ==
        std::vector<Row>{{"1", "a"}, fault, {"3", "c\nmore"}, {"4", "d"}});
  const std::string long_line(100, 'x');
  CHECK(rows("id,text\n1,a\n2,\"b\n3," + long_line + "\n4,d\n5,\"e\"\n", FeedFormat::kCsv, {1 << 20, 1000, 50}) ==
        std::vector<Row>{{"1", "a"}, fault, {"3", long_line}, {"4", "d"}, {"5", "e"}});
}

TEST_CASE("Quotes that were not doubled stay in a cell of one line") {
  CHECK(rows("id,text\n1,\"He said \"no\" and left.\"\n") == std::vector<Row>{{"1", "He said \"no\" and left."}});
}

TEST_CASE("TSV files without quoting keep the quotes of their texts") {
  CHECK(rows("id\ttext\n1\t\"No,\" he said.\n2\t\"Yes.\"\n3\tHe said \"no\".\n") ==
        std::vector<Row>{{"1", "\"No,\" he said."}, {"2", "Yes."}, {"3", "He said \"no\"."}});
}

TEST_CASE("Rows written by the rules come back whatever they hold") {
  std::mt19937 random(17);
  const std::string alphabet = "ab\"\"\n\r,;\t ";
  const auto quoted = [](const std::string& cell) {
    std::string out = "\"";
    for (const char c : cell) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
  };
  for (int round = 0; round < 300; ++round) {
    std::string bytes = "id,text\n";
    std::vector<Row> expected;
    for (int i = 0; i < 20; ++i) {
      std::string text;
      for (auto left = random() % 12; left > 0; --left) text += alphabet[random() % alphabet.size()];
      bytes += std::to_string(i) + "," + quoted(text) + (i % 2 == 0 ? "\n" : "\r\n");
      expected.push_back({std::to_string(i), text});
    }
    REQUIRE(rows(bytes, FeedFormat::kCsv, {8 + random() % 50}) == expected);
  }
}

TEST_CASE("Any bytes are cut into rows that are the file again, and none is lost") {
  std::mt19937 random(23);
  const std::string alphabet = "ab\"\"\"\n\n\r,,";
  for (int round = 0; round < 2000; ++round) {
    std::string body;
    for (auto left = random() % 80; left > 0; --left) body += alphabet[random() % alphabet.size()];
    const TempFile file("id,text\n" + body);
    std::string again;
    std::string expected;
    for (const Record& record : read_all(file.path(), FeedFormat::kCsv, {8, 1000, 30}))
      again += record.bytes + record.ending;
    const auto is_line_end = [](char c) { return c == '\n' || c == '\r'; };
    std::erase_if(again, is_line_end);
    std::erase_if(body, is_line_end);
    REQUIRE(again == body);
  }
}

TEST_CASE("Every line of a file of lines is an article") {
  const TempFile file("{not json}\n\n caf\xE9 \r\nLast");
  RecordParser parser;
  std::vector<std::string> texts;
  for (const Record& record : read_all(file.path(), FeedFormat::kLines)) texts.push_back(parser.parse(record)->bytes);
  CHECK(texts == std::vector<std::string>{"{not json}", " caf\xE9 ", "Last"});
}

}  // namespace
}  // namespace calque
