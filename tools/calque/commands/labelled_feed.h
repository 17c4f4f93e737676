// Labelled articles on their way, as batches of lines.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bulk/batch.h"
#include "labelled/lines.h"

namespace calque {

// The files named, and for a folder every *.jsonl, *.jsonl.gz and *.jsonl.zst in it, by name; each once. A folder
// without any gives nothing.
Expected<std::vector<std::string>> labelled_files(const std::string& name);

// As BatchReader, for files that may be compressed. Blank lines are passed over.
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
