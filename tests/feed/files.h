// Files and pipes for the feed's tests.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "calque/feed.h"
#include "feed/open_source.h"
#include "support/catch.h"
#include "support/scratch.h"

namespace calque {

class TempFile {
 public:
  explicit TempFile(const std::string& bytes) : path_(scratch_.write("feed", bytes)) {}
  const std::string& path() const { return path_; }

 private:
  testing::Scratch scratch_;
  std::string path_;
};

// A pipe into which a thread writes `bytes`, `chunk` of them at a time.
class Pipe {
 public:
  Pipe(std::string bytes, std::size_t chunk) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    read_end_ = ends[0];
    writer_ = std::thread([bytes = std::move(bytes), chunk, end = ends[1]] {
      for (std::size_t at = 0; at < bytes.size(); at += chunk) {
        const std::size_t size = std::min(chunk, bytes.size() - at);
        if (write(end, bytes.data() + at, size) != static_cast<ssize_t>(size)) break;
      }
      close(end);
    });
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    writer_.join();
    close(read_end_);
  }
  std::string path() const { return "/dev/fd/" + std::to_string(read_end_); }

 private:
  int read_end_ = -1;
  std::thread writer_;
};

// ASCII and what UTF-8 has of other characters, as UTF-16.
inline std::string utf16(const std::string& utf8, bool big_endian, bool mark) {
  const std::size_t units = utf8.size() + (mark ? 1 : 0);
  std::string out;
  const auto put = [&](unsigned unit) {
    const auto high = static_cast<char>(unit >> 8);
    const auto low = static_cast<char>(unit & 0xFF);
    out += big_endian ? std::string{high, low} : std::string{low, high};
  };
  out.reserve(2 * units);
  if (mark) put(0xFEFF);
  for (std::size_t at = 0; at < utf8.size();) {
    const auto first = static_cast<unsigned char>(utf8[at]);
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    unsigned code = size == 1 ? first : first & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) code = code << 6 | (static_cast<unsigned char>(utf8[at + i]) & 0x3FU);
    if (code >= 0x10000) {
      put(0xD800 + ((code - 0x10000) >> 10));
      put(0xDC00 + ((code - 0x10000) & 0x3FF));
    } else {
      put(code);
    }
    at += size;
  }
  return out;
}

inline std::vector<Record> read_all(RecordSource& source) {
  std::vector<Record> records;
  for (;;) {
    auto record = source.next();
    REQUIRE(record);
    if (!*record) return records;
    records.push_back(std::move(**record));
  }
}

inline std::vector<Record> read_all(const std::string& path, FeedFormat format, const FeedSizes& sizes = {}) {
  auto source = open_source(path, format, FieldNames{}, sizes);
  REQUIRE(source);
  return read_all(**source);
}

inline Record jsonl_record(std::string line, std::uint64_t number = 7) {
  return {{std::make_shared<const std::string>("feed.jsonl"), number, 0}, std::move(line)};
}

inline tl::expected<Document, Rejected> parse_line(std::string line, FieldNames fields = {}) {
  RecordParser parser(std::move(fields));
  return parser.parse(jsonl_record(std::move(line)));
}

}  // namespace calque
