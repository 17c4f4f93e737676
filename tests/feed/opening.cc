// What kind of feed a file is, and what is said when it cannot be read.
#include <sys/stat.h>

#include "feed/files.h"

namespace calque {
namespace {

using namespace std::string_literals;

FeedFormat sniffed(const std::string& bytes) {
  const TempFile file(bytes);
  auto source = open_feed(file.path(), FeedFormat::kAuto);
  REQUIRE(source);
  return (*source)->format();
}

TEST_CASE("A feed is JSONL when its first character is a brace") {
  CHECK(sniffed("{\"text\":\"x\"}") == FeedFormat::kJsonl);
  CHECK(sniffed("{") == FeedFormat::kJsonl);
  CHECK(sniffed("\n \t\r\n{\"text\":\"x\"}") == FeedFormat::kJsonl);
  CHECK(sniffed("\xEF\xBB\xBF {}") == FeedFormat::kJsonl);
}

TEST_CASE("Anything else is text") {
  CHECK(sniffed("A story {with braces}.") == FeedFormat::kText);
  CHECK(sniffed("[1]") == FeedFormat::kText);
  CHECK(sniffed("[Update] The bridge is open.") == FeedFormat::kText);
  CHECK(sniffed("[\"Never\"] he said") == FeedFormat::kText);
}

TEST_CASE("UTF-16 is told by its mark or its NULs, and read for what it says") {
  CHECK(sniffed("\xFF\xFE{\0}\0"s) == FeedFormat::kJsonl);
  CHECK(sniffed("{\0}\0"s) == FeedFormat::kJsonl);
  CHECK(sniffed("\0{\0}"s) == FeedFormat::kJsonl);
  CHECK(sniffed("\xFE\xFF\0{"s) == FeedFormat::kJsonl);
  CHECK(sniffed("\xFF\xFER\0a\0i\0n\0"s) == FeedFormat::kText);
}

TEST_CASE("The format is found through a pipe that gives one byte at a time, and nothing is lost") {
  const Pipe pipe("\xEF\xBB\xBF\n {\"text\":\"x\"}\nmore", 1);
  auto source = open_feed(pipe.path(), FeedFormat::kAuto);
  REQUIRE(source);
  CHECK((*source)->format() == FeedFormat::kJsonl);
  const auto records = read_all(**source);
  REQUIRE(records.size() == 2);
  CHECK(records[0].origin.line == 2);
  CHECK(records[0].bytes == " {\"text\":\"x\"}");
  CHECK(records[1].bytes == "more");
}

TEST_CASE("An empty file holds nothing, unless it is said to be a text: then it is an empty one") {
  for (const std::string bytes : {"", " \n\t\r\n", "\xEF\xBB\xBF"}) {
    const TempFile file(bytes);
    CHECK(read_all(file.path(), FeedFormat::kJsonl).empty());
    CHECK(read_all(file.path(), FeedFormat::kAuto).empty());
    const auto records = read_all(file.path(), FeedFormat::kText);
    REQUIRE(records.size() == 1);
    CHECK(records[0].bytes == bytes);
    CHECK(records[0].origin.line == 0);
  }
}

TEST_CASE("Empty standard input holds no records") {
  const TempFile empty("");
  const int saved = dup(STDIN_FILENO);
  REQUIRE(std::freopen(empty.path().c_str(), "r", stdin) != nullptr);
  CHECK(read_all("-", FeedFormat::kAuto).empty());
  dup2(saved, STDIN_FILENO);
  close(saved);
}

TEST_CASE("Errors name the file and say what to do") {
  const auto missing = open_feed("/nonexistent/feed.jsonl", FeedFormat::kAuto);
  REQUIRE(!missing);
  CHECK(missing.error().kind == ErrorKind::kInput);
  CHECK(missing.error().message ==
        "cannot read /nonexistent/feed.jsonl: no such file; check the name, or give - for standard input");

  for (const FeedFormat format : {FeedFormat::kAuto, FeedFormat::kJsonl, FeedFormat::kText}) {
    const auto directory = open_feed("/tmp", format);
    REQUIRE(!directory);
    CHECK(directory.error().message == "cannot read /tmp: it is a directory; name the files in it");
  }
}

TEST_CASE("A file that may not be read is named with its reason") {
  if (geteuid() == 0) return;  // root may read everything
  const TempFile file("{}");
  chmod(file.path().c_str(), 0);
  const auto source = open_feed(file.path(), FeedFormat::kAuto);
  REQUIRE(!source);
  CHECK(source.error().message.find("permission denied") != std::string::npos);
}

}  // namespace
}  // namespace calque
