// A feed that is made piece by piece into a file that lies in memory only, so that it is read as any file is.
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
  // Throws std::runtime_error when the system has no memory for it. `articles` must stay.
  FeedFile(const std::vector<std::string>& articles, const FeedShape& shape);
  FeedFile(const FeedFile&) = delete;
  FeedFile& operator=(const FeedFile&) = delete;
  ~FeedFile();

  // Puts the next piece in place of the last; false when the feed is complete.
  bool next();
  // To be opened anew for each piece.
  const std::string& path() const { return path_; }
  const FeedCounts& counts() const { return maker_.counts(); }

 private:
  FeedMaker maker_;
  int fd_;
  std::string path_;
  std::string buffer_;
};

}  // namespace calque::bench
