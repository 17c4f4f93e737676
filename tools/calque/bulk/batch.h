// Records cut from the files in order and selected, a few at a time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bulk/input_files.h"
#include "bulk/position.h"
#include "bulk/selection.h"
#include "calque/feed.h"

namespace calque {

// Enough work to outweigh the cost of handing it to another thread, and small enough to keep memory use flat.
inline constexpr std::size_t kBatchBytes = std::size_t{256} << 10;
inline constexpr std::size_t kBatchRecords = 64;

// All its records have one format and one header.
struct Batch {
  std::vector<Record> records;
  std::vector<std::optional<Parsed>> parsed = {};  // content of each record, if it had to be parsed to select it
  std::size_t bytes = 0;
  std::vector<std::string> doubts = {};  // warnings about files that were read as a single text
  std::optional<Error> error;            // ended the file after these records
  Position end;                          // where reading continues
};

// The content of record `number` of the batch, from its selection or else from `parser`, which must have the same field
// names. Call it once for each record.
Parsed take_document(Batch& batch, std::size_t number, RecordParser& parser);

class BatchReader {
 public:
  BatchReader(std::vector<std::string> files, FeedFormat format, const FieldNames& fields, const Selection& selection,
              const Position& begin = {}, std::uint64_t window = kUsualWindow)
      : files_(std::move(files)),
        format_(format),
        fields_(fields),
        window_(window),
        picker_(selection, fields, begin.articles),
        position_(begin),
        bytes_before_(
            total_bytes(std::span(files_).first(std::min<std::size_t>(begin.file, files_.size()))).value_or(0)) {}

  // None when all files are read. If a file cannot be opened or read, the batch has the error, and the next batch
  // continues with the next file. After an interrupt, reading ends with the last record.
  std::optional<Batch> next();
  // Whether everything that is wanted was read.
  bool is_at_end() const { return is_done() || (!source_ && position_.file >= files_.size()); }

 private:
  bool open_next(Batch& batch);
  bool read_one(Batch& batch);
  std::optional<Error> read_past();
  void leave_file();
  bool is_done() const;

  std::vector<std::string> files_;
  FeedFormat format_;
  FieldNames fields_;
  std::uint64_t window_;
  Picker picker_;
  Position position_;
  std::uint64_t bytes_before_;  // of the files that are done
  std::unique_ptr<RecordSource> source_;
};

}  // namespace calque
