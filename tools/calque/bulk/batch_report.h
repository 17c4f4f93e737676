// What a run counts and reports of each batch, for any command.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bulk/batch.h"
#include "bulk/position.h"
#include "bulk/tally.h"

namespace calque {

struct RejectedRecord {
  Rejected rejected;
  std::string bytes;  // the unchanged record
};

// Counts of the records of a file, or of a part of it.
struct FileCount {
  std::shared_ptr<const std::string> file;
  std::uint64_t articles = 0;
  std::uint64_t broken = 0;
};

struct BatchReport {
  explicit BatchReport(Batch& batch) : doubts(std::move(batch.doubts)), error(std::move(batch.error)), end(batch.end) {
    tally.bytes = batch.bytes;
  }

  void accept(const Document& document, const Record& record) {
    ++count_of(record.origin).articles;
    tally.cut += document.is_cut;
  }

  // Counts a record that holds no article, and keeps it if it is broken. The parts of a feed around its items do not
  // count as records.
  void reject(Rejected&& reason, Record& record) {
    if (!reason.is_broken) {
      tally.others += record.format != FeedFormat::kRss;
      return;
    }
    ++tally.rejected;
    ++count_of(reason.origin).broken;
    rejected.push_back({std::move(reason), std::move(record.bytes)});
  }

  Tally tally;
  std::vector<RejectedRecord> rejected;
  std::vector<FileCount> files;     // in the order of the input
  std::vector<std::string> doubts;  // see Batch
  std::optional<Error> error;       // ended the file after these records
  Position end;                     // where reading continues

 private:
  FileCount& count_of(const Origin& origin) {
    if (files.empty() || files.back().file != origin.file) files.push_back({origin.file});
    return files.back();
  }
};

// Calls use(document, record) for each record that holds an article, and reports the others.
template <class Use>
void for_each_document(Batch& batch, RecordParser& parser, BatchReport& report, Use use) {
  for (std::size_t i = 0; i < batch.records.size(); ++i) {
    Parsed document = take_document(batch, i, parser);
    if (document) {
      report.accept(*document, batch.records[i]);
      use(*document, batch.records[i]);
    } else {
      report.reject(std::move(document.error()), batch.records[i]);
    }
  }
}

}  // namespace calque
