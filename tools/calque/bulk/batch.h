// Records on their way: cut from the files in order and picked, a few at a time.
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

// Enough work to outweigh handing it to another thread, and little enough to keep memory flat.
inline constexpr std::size_t kBatchBytes = std::size_t{256} << 10;
inline constexpr std::size_t kBatchRecords = 64;

// All its records have one format and one header.
struct Batch {
  std::vector<Record> records;
  std::vector<std::optional<Parsed>> parsed = {};  // what each of them holds, where picking it took knowing that
  std::size_t bytes = 0;
  std::vector<std::string> doubts = {};  // of files that were taken for one text, in words
  std::optional<Error> error;            // what ended the file after these records
  Position end;                          // where reading goes on behind them
};

// What record `number` of the batch holds: as it was picked, else by `parser`, which knows the same fields. Once each.
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

  // None when all files are read. A file that cannot be opened or read gives an error in its place; the next batch goes
  // on with the next file. When an interrupt was noted, reading ends after the last record.
  std::optional<Batch> next();
  // Whether all that is to be read was read.
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
  std::uint64_t bytes_before_;  // of the files behind us
  std::unique_ptr<RecordSource> source_;
};

}  // namespace calque
