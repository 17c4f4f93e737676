// Compressed feeds are read as what they hold, and damage costs what it hits and no more.
#include <random>

#include "feed/compressing.h"
#include "feed/files.h"

namespace calque {
namespace {

using Compressor = std::string (*)(const std::string&);

std::string lines(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i)
    text += "{\"id\":" + std::to_string(i) + ",\"text\":\"Line " + std::to_string(i * i) + ".\"}\n";
  return text;
}

struct Reading {
  std::vector<std::string> whole;  // records without a fault
  int faults = 0;
  std::string error;
};

Reading read_through(const std::string& path, FeedFormat format = FeedFormat::kAuto, const FeedSizes& sizes = {}) {
  Reading reading;
  auto source = open_source(path, format, FieldNames{}, sizes);
  REQUIRE(source);
  for (;;) {
    auto record = (*source)->next();
    if (!record) reading.error = record.error().message;
    if (!record || !*record) return reading;
    if ((*record)->fault.empty()) reading.whole.push_back((*record)->bytes);
    reading.faults += !(*record)->fault.empty();
  }
}

Reading read_bytes(const std::string& bytes, FeedFormat format = FeedFormat::kAuto, const FeedSizes& sizes = {}) {
  const TempFile file(bytes);
  return read_through(file.path(), format, sizes);
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_CASE("gzip and zstd are told by content, and the records are those of the plain file") {
  const std::string plain = lines(0, 3000);
  const auto expected = read_bytes(plain).whole;
  REQUIRE(expected.size() == 3000);
  for (const Compressor compress : {gzip, zstd}) {
    const std::string bytes = compress(plain);
    CHECK(read_bytes(bytes).whole == expected);
    for (const std::size_t buffer : {8, 9, 100})
      CHECK(read_bytes(bytes, FeedFormat::kJsonl, {buffer}).whole == expected);
    const Pipe pipe(bytes, 1);
    CHECK(read_through(pipe.path()).whole == expected);
  }
}

TEST_CASE("Members and frames in a row are one file") {
  for (const Compressor compress : {gzip, zstd}) {
    const std::string bytes = compress(lines(0, 10)) + compress("") + compress(lines(10, 20)) + compress(lines(20, 30));
    const Reading reading = read_bytes(bytes, FeedFormat::kAuto, {16});
    CHECK(reading.whole == read_bytes(lines(0, 30)).whole);
    CHECK(reading.error.empty());
  }
}

TEST_CASE("Zeros after the last member are padding") {
  const Reading reading = read_bytes(gzip(lines(0, 5)) + std::string(1000, '\0'), FeedFormat::kAuto, {64});
  CHECK(reading.whole.size() == 5);
  CHECK(reading.error.empty());
}

TEST_CASE("A compressed text file is one article under its own name, an empty one an empty article") {
  for (const Compressor compress : {gzip, zstd}) {
    CHECK(read_bytes(compress("A story.\n\nIts end.\n")).whole == std::vector<std::string>{"A story.\n\nIts end.\n"});
    CHECK(read_bytes(compress("")).whole == std::vector<std::string>{""});
  }
}

TEST_CASE("A file cut short gives the records before the cut, one fault, and an error that names it") {
  std::mt19937 random(3);
  const std::string plain = lines(0, 500);
  const auto all = read_bytes(plain).whole;
  for (const Compressor compress : {gzip, zstd}) {
    const std::string bytes = compress(plain);
    for (int round = 0; round < 100; ++round) {
      const std::size_t size = 30 + random() % (bytes.size() - 31);
      const Reading reading = read_bytes(bytes.substr(0, size), FeedFormat::kJsonl, {64});
      REQUIRE(reading.whole.size() <= all.size());
      REQUIRE(std::equal(reading.whole.begin(), reading.whole.end(), all.begin()));
      REQUIRE(reading.faults <= 1);
      REQUIRE(contains(reading.error, "is damaged or cut short"));
    }
  }
}

TEST_CASE("A text file cut short is an error, not a shorter article") {
  const std::string bytes = gzip(lines(0, 500));
  const Reading reading = read_bytes(bytes.substr(0, bytes.size() / 2), FeedFormat::kText);
  CHECK(reading.whole.empty());
  CHECK(contains(reading.error, "is damaged or cut short"));
}

TEST_CASE("A damaged member costs its own records only") {
  for (const Compressor compress : {gzip, zstd}) {
    std::string broken = compress(lines(100, 200));
    broken.resize(broken.size() / 2);
    const std::string bytes = compress(lines(0, 100)) + broken + compress(lines(200, 300));
    for (const std::size_t buffer : {64, 1 << 20}) {
      const Reading reading = read_bytes(bytes, FeedFormat::kJsonl, {buffer});
      const std::vector<std::string> expected = read_bytes(lines(0, 100)).whole;
      REQUIRE(reading.whole.size() >= 200);
      CHECK(std::equal(expected.begin(), expected.end(), reading.whole.begin()));
      const std::vector<std::string> last = read_bytes(lines(200, 300)).whole;
      CHECK(std::equal(last.rbegin(), last.rend(), reading.whole.rbegin()));
      CHECK(contains(reading.error, "is damaged or cut short"));
      CHECK(contains(reading.error, "feed"));
    }
  }
}

TEST_CASE("Any bytes behind a magic number end in records and at most one error") {
  std::mt19937 random(8);
  const std::string gzipped = gzip(lines(0, 50));
  const std::string zstded = zstd(lines(0, 50));
  for (int round = 0; round < 400; ++round) {
    std::string bytes = round % 2 == 0 ? gzipped : zstded;
    for (auto left = 1 + random() % 4; left > 0; --left) bytes[random() % bytes.size()] = static_cast<char>(random());
    if (round % 3 == 0) bytes += bytes.substr(0, random() % bytes.size());
    const Reading reading = read_bytes(bytes, FeedFormat::kJsonl, {8 + random() % 100});
    REQUIRE(reading.whole.size() <= 150);
  }
}

TEST_CASE("A frame whose header is bad is found once, not for ever") {
  const Reading reading =
      read_bytes("\x28\xB5\x2F\xFD" + std::string(50, '\xFF') + zstd(lines(0, 5)), FeedFormat::kJsonl);
  CHECK(reading.whole.size() == 5);
  CHECK(contains(reading.error, "zstd data breaks off"));
}

TEST_CASE("What unpacks to much more than it is goes through the same small buffer") {
  const std::string bomb = gzip(std::string(20 << 20, 'a') + "\n{\"text\":\"x\"}\n");
  REQUIRE(bomb.size() < 100'000);
  const Reading reading = read_bytes(bomb, FeedFormat::kJsonl, {4096, 1000});
  REQUIRE(reading.whole.size() == 2);
  CHECK(reading.whole[0].size() == 1001);
  CHECK(reading.whole[1] == "{\"text\":\"x\"}");
}

}  // namespace
}  // namespace calque
