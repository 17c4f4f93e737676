// Records must be the same however the bytes arrive: reports name lines and offsets, and resuming depends on them.
#include <random>

#include "feed/files.h"

namespace calque {
namespace {

struct Cut {
  std::uint64_t line;
  std::uint64_t offset;
  std::string bytes;
  friend bool operator==(const Cut&, const Cut&) = default;
};

std::vector<Cut> cuts(const std::vector<Record>& records) {
  std::vector<Cut> result;
  for (const Record& record : records) result.push_back({record.origin.line, record.origin.offset, record.bytes});
  return result;
}

// The same by the simplest method.
std::vector<Cut> reference_cuts(const std::string& bytes) {
  std::vector<Cut> result;
  std::uint64_t number = 0;
  const std::size_t first_return = std::min(bytes.find('\r'), bytes.size());
  const bool returns_only = bytes.find('\n') == std::string::npos && first_return + 1 < bytes.size();
  const char line_end = returns_only ? '\r' : '\n';
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find(line_end, at), bytes.size());
    std::string line = bytes.substr(at, end - at);
    if (end < bytes.size() && !returns_only && !line.empty() && line.back() == '\r') line.pop_back();
    ++number;
    if (line.find_first_not_of(" \t\r\n") != std::string::npos) result.push_back({number, at, line});
    at = end + 1;
  }
  return result;
}

TEST_CASE("Lines are cut with their numbers and offsets, blank ones passed over but counted") {
  const TempFile file("{\"a\":1}\r\n\n  \t\n{\"b\":2}\n{\"c\":3}");
  const auto records = read_all(file.path(), FeedFormat::kJsonl);
  const std::vector<Cut> expected = {{1, 0, "{\"a\":1}"}, {4, 14, "{\"b\":2}"}, {5, 22, "{\"c\":3}"}};
  CHECK(cuts(records) == expected);
  CHECK(*records[0].origin.file == file.path());
  CHECK(records[0].origin.file == records[2].origin.file);
}

TEST_CASE("Byte order marks stay with their lines, and say nothing") {
  const TempFile file("\xEF\xBB\xBF{\"text\":\"a\"}\n\xEF\xBB\xBF{\"text\":\"b\"}\n\xEF\xBB\xBF\n");
  const auto records = read_all(file.path(), FeedFormat::kJsonl);
  const std::vector<Cut> expected = {{1, 0, "\xEF\xBB\xBF{\"text\":\"a\"}"}, {2, 16, "\xEF\xBB\xBF{\"text\":\"b\"}"}};
  CHECK(cuts(records) == expected);
  CHECK(RecordParser().parse(records.at(1))->bytes == "b");
}

TEST_CASE("Lines may end with carriage returns alone") {
  const TempFile file("{\"a\":1}\r{\"b\":2}\r\r{\"c\":3}");
  const auto records = read_all(file.path(), FeedFormat::kAuto);
  const std::vector<Cut> expected = {{1, 0, "{\"a\":1}"}, {2, 8, "{\"b\":2}"}, {4, 17, "{\"c\":3}"}};
  CHECK(cuts(records) == expected);
  CHECK(records[0].ending == "\r");
}

TEST_CASE("UTF-16 is cut as the UTF-8 that it says, through any buffer") {
  const std::string lines = "{\"text\":\"caf\xC3\xA9 \xF0\x9F\x98\x80\"}\n{\"text\":\"b\"}\n";
  for (const bool big : {false, true}) {
    for (const bool mark : {false, true}) {
      const TempFile file(utf16(lines, big, mark));
      for (const std::size_t buffer : {8, 9, 1 << 20}) {
        std::string again;
        for (const Record& record : read_all(file.path(), FeedFormat::kAuto, {buffer}))
          again += record.bytes + record.ending;
        CHECK(again == lines);
      }
    }
  }
  const TempFile half(utf16("{\"text\":\"a\"}", false, true) + "\x3D\xD8" + "x");
  CHECK(read_all(half.path(), FeedFormat::kAuto).at(0).bytes == "{\"text\":\"a\"}\uFFFD\uFFFD");
}

TEST_CASE("Any bytes are cut alike through any buffer and any pipe") {
  std::mt19937 random(20260101);
  const std::string alphabet =
      "ab\n\n\r {\"\0"
      "}";
  for (int round = 0; round < 400; ++round) {
    std::string bytes;
    for (auto left = random() % 200; left > 0; --left) bytes += alphabet[random() % alphabet.size()];
    const auto expected = reference_cuts(bytes);
    const TempFile file(bytes);
    for (const std::size_t buffer : {8, 9, 13, 64, 4096}) {
      REQUIRE(cuts(read_all(file.path(), FeedFormat::kJsonl, {buffer, kMaxRecordBytes})) == expected);
    }
    const Pipe pipe(bytes, 1 + random() % 17);
    REQUIRE(cuts(read_all(pipe.path(), FeedFormat::kJsonl, {16, kMaxRecordBytes})) == expected);
  }
}

TEST_CASE("A record longer than the limit is cut off one byte later, and its neighbours stay whole") {
  const TempFile file("first\n" + std::string(1000, 'x') + "\nlast\n");
  const auto records = read_all(file.path(), FeedFormat::kJsonl, {16, 10});
  const std::vector<Cut> expected = {{1, 0, "first"}, {2, 6, std::string(11, 'x')}, {3, 1007, "last"}};
  CHECK(cuts(records) == expected);

  const auto text = read_all(file.path(), FeedFormat::kText, {16, 10});
  REQUIRE(text.size() == 1);
  CHECK(text[0].bytes.size() == 11);
}

TEST_CASE("Records have room for the parser behind them when they lie within one buffer") {
  const TempFile file("{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
  for (const Record& record : read_all(file.path(), FeedFormat::kJsonl)) {
    CHECK(record.bytes.capacity() >= record.bytes.size() + kRecordPadding);
  }
}

TEST_CASE("A text file is one record, its line 0") {
  const std::string bytes =
      "One line.\r\n\r\nAnother\0line."
      "\n";
  for (const std::size_t chunk : {1, 3, 1000}) {
    const Pipe pipe(bytes, chunk);
    const auto records = read_all(pipe.path(), FeedFormat::kText, {8, kMaxRecordBytes});
    const std::vector<Cut> expected = {{0, 0, bytes}};
    CHECK(cuts(records) == expected);
  }
}

}  // namespace
}  // namespace calque
