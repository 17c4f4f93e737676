#include "commands/labelled_feed.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

namespace calque {
namespace {

namespace fs = std::filesystem;

bool is_labelled(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.ends_with(".jsonl") || name.ends_with(".jsonl.gz") || name.ends_with(".jsonl.zst");
}

}  // namespace

Expected<std::vector<std::string>> labelled_files(const std::string& name) {
  std::error_code error;
  if (!fs::is_directory(name, error)) return std::vector<std::string>{name};
  std::vector<std::string> files;
  fs::directory_iterator entries(name, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    if (is_labelled(entries->path())) files.push_back(entries->path().string());
  }
  if (error) return tl::unexpected(Error{ErrorKind::kInput, "cannot read " + name + ": " + error.message()});
  std::ranges::sort(files);
  return files;
}

// Returns whether the batch may take more.
bool LabelledReader::read_one(Batch& batch) {
  auto line = lines_->next();
  if (!line) {
    lines_.reset();
    return true;
  }
  batch.bytes += line->bytes.size();
  batch.records.push_back(*std::move(line));
  return batch.bytes < kBatchBytes && batch.records.size() < kBatchRecords;
}

std::optional<Batch> LabelledReader::next() {
  Batch batch;
  try {
    for (bool more = true; more;) {
      if (lines_) {
        more = read_one(batch);
      } else if (opened_ < files_.size()) {
        lines_ = std::make_unique<Lines>(files_[opened_++]);
      } else {
        break;
      }
    }
  } catch (const std::runtime_error& error) {
    lines_.reset();
    batch.error = Error{ErrorKind::kInput, error.what()};
  }
  if (batch.records.empty() && !batch.error) return std::nullopt;
  return batch;
}

}  // namespace calque
