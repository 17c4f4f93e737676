// What a run keeps account of when a batch is done, whatever its command made of the articles.
#pragma once

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
  std::string bytes;  // the record as it stood
};

struct BatchReport {
  explicit BatchReport(Batch& batch) : error(std::move(batch.error)), end(batch.end) { tally.bytes = batch.bytes; }

  // Counts a record that holds no article, and keeps it where it is broken.
  void reject(Rejected&& reason, std::string&& bytes) {
    if (!reason.is_broken) return;
    ++tally.rejected;
    rejected.push_back({std::move(reason), std::move(bytes)});
  }

  Tally tally;
  std::vector<RejectedRecord> rejected;
  std::optional<Error> error;  // what ended the file after these records
  Position end;                // where reading goes on behind them
};

// Calls use(document, record) for each record that holds an article, and reports the others.
template <class Use>
void for_each_document(Batch& batch, RecordParser& parser, BatchReport& report, Use use) {
  for (std::size_t i = 0; i < batch.records.size(); ++i) {
    Parsed document = take_document(batch, i, parser);
    if (document) {
      use(*document, batch.records[i]);
    } else {
      report.reject(std::move(document.error()), std::move(batch.records[i].bytes));
    }
  }
}

}  // namespace calque
