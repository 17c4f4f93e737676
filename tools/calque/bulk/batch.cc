#include "bulk/batch.h"

#include "bulk/interrupt.h"

namespace calque {

Parsed take_document(Batch& batch, std::size_t number, RecordParser& parser) {
  std::optional<Parsed>& parsed = batch.parsed[number];
  return parsed ? std::move(*parsed) : parser.parse(batch.records[number]);
}

// Behind the records of the file that an earlier run has done.
std::optional<Error> BatchReader::read_past() {
  for (std::uint64_t i = 0; i < position_.records; ++i) {
    const auto record = source_->next();
    if (!record) return record.error();
    if (!*record) {
      return Error{ErrorKind::kInput, files_[position_.file] + " has fewer records than when the run was stopped"};
    }
  }
  return std::nullopt;
}

void BatchReader::leave_file() {
  position_.bytes = bytes_before_ += source_ ? source_->bytes_read() : 0;
  position_.records = 0;
  ++position_.file;
  source_.reset();
}

// Both return whether the batch may take more.
bool BatchReader::open_next(Batch& batch) {
  auto source = open_feed(files_[position_.file], format_, fields_, window_);
  if (source) {
    source_ = std::move(*source);
    if (!source_->doubt.empty()) {
      batch.doubts.push_back(files_[position_.file] + " is read as one article, but it looks like " + source_->doubt +
                             "; --from says what it holds");
    }
    batch.error = read_past();
  } else {
    batch.error = std::move(source.error());
  }
  if (batch.error) {
    leave_file();
    return false;
  }
  const FeedFormat format = source_->format();
  const bool stands_alone = format == FeedFormat::kCsv || format == FeedFormat::kTsv || format == FeedFormat::kRss;
  return batch.records.empty() || (batch.records.front().format == format && !stands_alone);
}

bool BatchReader::read_one(Batch& batch) {
  auto record = source_->next();
  if (!record) batch.error = std::move(record.error());
  if (!record || !*record) {
    leave_file();
    return !batch.error;
  }
  ++position_.records;
  position_.bytes = bytes_before_ + source_->bytes_read();
  std::optional<Parsed> parsed;
  if (!picker_.picks(**record, parsed)) return true;
  batch.bytes += (*record)->bytes.size();
  batch.parsed.push_back(std::move(parsed));
  batch.records.push_back(std::move(**record));
  return batch.bytes < kBatchBytes && batch.records.size() < kBatchRecords;
}

// A feed is read on to what ends it.
bool BatchReader::is_done() const { return picker_.is_done() && !(source_ && source_->format() == FeedFormat::kRss); }

std::optional<Batch> BatchReader::next() {
  Batch batch;
  bool more = true;
  while (more && !is_done() && interrupt_signal() == 0) {
    if (source_) {
      more = read_one(batch);
    } else if (position_.file < files_.size()) {
      more = open_next(batch);
    } else {
      more = false;
    }
  }
  position_.articles = picker_.articles();
  batch.end = position_;
  if (batch.records.empty() && !batch.error) return std::nullopt;
  return batch;
}

}  // namespace calque
