// Records on their way: cut from the files in order, a few at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "calque/feed.h"

namespace calque {

// Enough work to outweigh handing it to another thread, and little enough to keep memory flat.
inline constexpr std::size_t kBatchBytes = std::size_t{256} << 10;
inline constexpr std::size_t kBatchRecords = 64;

// All its records have one format and one header.
struct Batch {
  std::uint64_t number = 0;  // from 0, in the order of the input
  std::vector<Record> records;
  std::size_t bytes = 0;
  std::optional<Error> error;  // what ended the file after these records
};

class BatchReader {
 public:
  BatchReader(std::vector<std::string> files, FeedFormat format, FieldNames fields)
      : files_(std::move(files)), format_(format), fields_(std::move(fields)) {}

  // Fills `batch`, or returns false when all files are read. A file that cannot be opened or read gives an error in its
  // place; the next batch goes on with the next file.
  bool next(Batch& batch);

 private:
  bool open_next(Batch& batch);
  bool read_one(Batch& batch);

  std::vector<std::string> files_;
  FeedFormat format_;
  FieldNames fields_;
  std::size_t opened_ = 0;
  std::unique_ptr<RecordSource> source_;
  std::uint64_t number_ = 0;
};

}  // namespace calque
