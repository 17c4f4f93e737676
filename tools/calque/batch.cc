#include "batch.h"

namespace calque {

// Both return whether the batch may take more.
bool BatchReader::open_next(Batch& batch) {
  auto source = open_feed(files_[opened_++], format_, fields_);
  if (!source) {
    batch.error = std::move(source.error());
    return false;
  }
  source_ = std::move(*source);
  const FeedFormat format = source_->format();
  const bool has_header = format == FeedFormat::kCsv || format == FeedFormat::kTsv;
  return batch.records.empty() || (batch.records.front().format == format && !has_header);
}

bool BatchReader::read_one(Batch& batch) {
  auto record = source_->next();
  if (!record) {
    batch.error = std::move(record.error());
    source_.reset();
    return false;
  }
  if (!*record) {
    source_.reset();
    return true;
  }
  batch.bytes += (*record)->bytes.size();
  batch.records.push_back(std::move(**record));
  return batch.bytes < kBatchBytes && batch.records.size() < kBatchRecords;
}

bool BatchReader::next(Batch& batch) {
  batch = Batch{};
  batch.number = number_++;
  bool more = true;
  while (more) {
    if (source_) {
      more = read_one(batch);
    } else if (opened_ < files_.size()) {
      more = open_next(batch);
    } else {
      return !batch.records.empty();
    }
  }
  return true;
}

}  // namespace calque
