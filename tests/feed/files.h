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
