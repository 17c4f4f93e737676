// Reads labelled articles as batches of lines.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bulk/batch.h"
#include "labelled/lines.h"

namespace calque {

// The file `name`, or if it is a folder, its *.jsonl, *.jsonl.gz and *.jsonl.zst files, sorted by name; possibly none.
Expected<std::vector<std::string>> labelled_files(const std::string& name);

// As BatchReader, but any damage ends the reading with an error. Skips blank lines.
class LabelledReader {
 public:
  explicit LabelledReader(std::vector<std::string> files) : files_(std::move(files)) {}

  std::optional<Batch> next();

 private:
  bool read_one(Batch& batch);

  std::vector<std::string> files_;
  std::size_t opened_ = 0;
  std::unique_ptr<Lines> lines_;
};

}  // namespace calque
