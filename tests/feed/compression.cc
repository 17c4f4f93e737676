// Compressed feeds are read like their content, and damage loses only the records that it hits.
#include <zdict.h>

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

TEST_CASE("Compression is told by content, and the records are those of the plain file") {
  const std::string plain = lines(0, 3000);
  const auto expected = read_bytes(plain).whole;
  REQUIRE(expected.size() == 3000);
  for (const Compressor compress : {gzip, zstd, xz, bzip2, lz4}) {
    const std::string bytes = compress(plain);
    CHECK(read_bytes(bytes).whole == expected);
    for (const std::size_t buffer : {8, 9, 100})
      CHECK(read_bytes(bytes, FeedFormat::kJsonl, {buffer}).whole == expected);
    const Pipe pipe(bytes, 1);
    CHECK(read_through(pipe.path()).whole == expected);
  }
}

TEST_CASE("Members and frames in a row are one file") {
  for (const Compressor compress : {gzip, zstd, xz, bzip2, lz4}) {
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

TEST_CASE("A compressed text file is one article under its own name, an empty one none") {
  for (const Compressor compress : {gzip, zstd, xz, bzip2, lz4}) {
    CHECK(read_bytes(compress("A story.\n\nIts end.\n")).whole == std::vector<std::string>{"A story.\n\nIts end.\n"});
    CHECK(read_bytes(compress("")).whole.empty());
    CHECK(read_bytes(compress(""), FeedFormat::kText).whole == std::vector<std::string>{""});
  }
}

TEST_CASE("A file cut short gives the records before the cut, one fault, and an error that names it") {
  std::mt19937 random(3);
  const std::string plain = lines(0, 500);
  const auto all = read_bytes(plain).whole;
  for (const Compressor compress : {gzip, zstd, xz, bzip2, lz4}) {
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
  for (const Compressor compress : {gzip, zstd, xz, bzip2, lz4}) {
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
    const TempFile file(bytes);
    auto source = open_source(file.path(), FeedFormat::kJsonl, FieldNames{}, {8 + random() % 100});
    // What the first frame seems to ask for may be more than is allowed.
    if (!source) CHECK((contains(source.error().message, "window") || contains(source.error().message, "dictionary")));
    if (source) REQUIRE(read_through(file.path(), FeedFormat::kJsonl, {8 + random() % 100}).whole.size() <= 150);
  }
}

TEST_CASE("A frame whose header is bad is found once, not for ever") {
  const Reading reading =
      read_bytes("\x28\xB5\x2F\xFD" + std::string(50, '\xFF') + zstd(lines(0, 5)), FeedFormat::kJsonl);
  CHECK(reading.whole.size() == 5);
  CHECK(contains(reading.error, "zstd data breaks off"));
}

TEST_CASE("zstd data that looks back further than is allowed is refused with the window that it needs") {
  const std::string plain = lines(0, 20);
  const TempFile file(zstd_with_window(plain, 28));
  const auto refused = open_feed(file.path(), FeedFormat::kAuto);
  REQUIRE(!refused);
  CHECK(refused.error().message ==
        "cannot read " + file.path() +
            ": its zstd data needs a window of 256MiB, and 128 MiB are allowed; allow more with "
            "--max-window 256M");
  FeedSizes sizes;
  sizes.window_bytes = std::uint64_t{256} << 20;
  CHECK(read_through(file.path(), FeedFormat::kAuto, sizes).whole == read_bytes(plain).whole);
}

TEST_CASE("A dictionary in the first frame serves for all") {
  std::string dictionary = "\x37\xA4\x30\xEC";
  std::vector<std::string> samples;
  std::string all;
  std::vector<std::size_t> sizes;
  for (int i = 0; i < 2000; ++i) {
    samples.push_back(lines(i, i + 3));
    all += samples.back();
    sizes.push_back(samples.back().size());
  }
  dictionary.assign(8192, '\0');
  dictionary.resize(ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), all.data(), sizes.data(),
                                          static_cast<unsigned>(sizes.size())));
  const auto with_dictionary = [&](const std::string& bytes) {
    ZSTD_CCtx* context = ZSTD_createCCtx();
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    out.resize(ZSTD_compress_usingDict(context, out.data(), out.size(), bytes.data(), bytes.size(), dictionary.data(),
                                       dictionary.size(), 3));
    ZSTD_freeCCtx(context);
    return out;
  };
  const std::string frames = with_dictionary(lines(0, 5)) + with_dictionary(lines(5, 10));
  for (const std::string& stored : {dictionary, zstd(dictionary)}) {
    const auto size = static_cast<std::uint32_t>(stored.size());
    std::string head = "\x5D\x2A\x4D\x18";
    for (int i = 0; i < 4; ++i) head += static_cast<char>(size >> (8 * i) & 0xFF);
    for (const std::size_t buffer : {8, 1 << 20}) {
      CHECK(read_bytes(head + stored + frames, FeedFormat::kJsonl, {buffer}).whole == read_bytes(lines(0, 10)).whole);
    }
  }
  const TempFile without(frames);
  const auto refused = open_feed(without.path(), FeedFormat::kAuto);
  REQUIRE(!refused);
  CHECK(contains(refused.error().message, "compressed with a dictionary, which is not in the file"));
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
