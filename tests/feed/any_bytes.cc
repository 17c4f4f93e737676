// Any bytes in a line give one document or one rejection, and do not affect other lines, since feeds are scraped.
#include <random>

#include "base/utf8.h"
#include "feed/files.h"

namespace calque {
namespace {

std::string random_line(std::mt19937& random) {
  static const std::vector<std::string> kPieces = {"{",        "}",
                                                   "[",        "]",
                                                   ":",        ",",
                                                   "\"",       "\"text\":",
                                                   "\"id\":",  "\"url\":",
                                                   "\"a\"",    "\\",
                                                   "\\u",      "\\ud83d",
                                                   "\\n",      "\\\"",
                                                   "1",        "-0.5",
                                                   "null",     "true",
                                                   " ",        "\xC3\xA9",
                                                   "\xE2\x80", "\xFF",
                                                   "plain",    "{\"text\":\"a\"}"};
  std::string line;
  for (auto left = 1 + random() % 14; left > 0; --left) {
    if (random() % 6 == 0) {
      const auto byte = static_cast<char>(random() % 256);
      if (byte != '\n') line += byte;
    } else {
      line += kPieces[random() % kPieces.size()];
    }
  }
  return line;
}

TEST_CASE("Any line yields one document or one reason, and names in UTF-8") {
  std::mt19937 random(7);
  RecordParser parser;
  int documents = 0;
  for (int i = 0; i < 60'000; ++i) {
    std::string line = random_line(random);
    if (i % 4 == 0) line = "{\"text\":\"" + line + "\"}";
    CAPTURE(line);
    Record record = jsonl_record(line);
    if (i % 2 == 0) record.bytes.shrink_to_fit();  // no room for padding
    const auto document = parser.parse(record);
    documents += document.has_value();
    if (document) {
      REQUIRE(is_valid_utf8(document->id));
      REQUIRE(is_valid_utf8(document->url));
    } else {
      REQUIRE(is_valid_utf8(document.error().reason));
      REQUIRE_FALSE(document.error().reason.empty());
    }
  }
  CHECK(documents > 1000);
}

TEST_CASE("Broken lines never shift the others") {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    std::string feed;
    std::vector<std::string> expected;
    for (std::uint64_t line = 1; line <= 30; ++line) {
      if (random() % 2 == 0) {
        feed += "{\"text\":\"line " + std::to_string(line) + "\"}\n";
        expected.push_back(std::to_string(line));
      } else {
        feed += '[';
        feed += random_line(random);
        feed += '\n';
      }
    }
    const TempFile file(feed);
    RecordParser parser;
    std::vector<std::string> found;
    const auto records = read_all(file.path(), FeedFormat::kJsonl, {64, kMaxRecordBytes});
    REQUIRE(records.size() == 30);
    for (const Record& record : records) {
      const auto document = parser.parse(record);
      if (!document) continue;
      REQUIRE(document->bytes == "line " + std::to_string(record.origin.line));
      found.push_back(std::to_string(record.origin.line));
    }
    REQUIRE(found == expected);
  }
}

}  // namespace
}  // namespace calque
