// A feed in a file that exists only in memory, made piece by piece. It is read like any other file.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/feed_maker.h"

namespace calque::bench {

// Long enough that starting the threads for each piece does not count.
inline constexpr std::size_t kPieceBytes = std::size_t{64} << 20;

class FeedFile {
 public:
  // Throws std::runtime_error when the system has no memory for it. `articles` must outlive this object.
  FeedFile(const std::vector<std::string>& articles, const FeedShape& shape);
  FeedFile(const FeedFile&) = delete;
  FeedFile& operator=(const FeedFile&) = delete;
  ~FeedFile();

  // Replaces the last piece by the next; false when the feed is complete.
  bool next();
  // Open it again for each piece.
  const std::string& path() const { return path_; }
  const FeedCounts& counts() const { return maker_.counts(); }

 private:
  FeedMaker maker_;
  int fd_;
  std::string path_;
  std::string buffer_;
};

}  // namespace calque::bench
