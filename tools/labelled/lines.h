// The lines of a file, compressed or not: a feed (calque/feed.h) of which every line is needed.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "calque/feed.h"

namespace calque {

class Lines {
 public:
  // Throws std::runtime_error that says why the file cannot be read.
  explicit Lines(const std::string& path);

  // The next line that is not blank, or nothing at the end. Throws std::runtime_error with FILE:LINE if compressed data
  // is damaged or cut short, since half a data set would mislead.
  std::optional<Record> next();

 private:
  std::unique_ptr<RecordSource> source_;
};

}  // namespace calque
