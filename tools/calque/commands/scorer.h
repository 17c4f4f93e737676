// A batch of records -> the bytes to write.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bulk/batch.h"
#include "bulk/tally.h"
#include "calque/analyzer.h"
#include "calque/feed.h"
#include "calque/report.h"
#include "feeds/table.h"

namespace calque {

struct RejectedRecord {
  Rejected rejected;
  std::string bytes;  // the record as it stood
};

struct Scored {
  std::string output;
  std::vector<RejectedRecord> rejected;
  std::optional<Error> error = {};  // of the batch, as are its bytes in the tally
  Position end = {};
  Tally tally;
  std::array<std::string, 2> more = {};            // for further outputs of a command
  std::shared_ptr<const std::string> header = {};  // of the batch's records, where their format has one
  std::string kind = {};                           // what must be the same of all records of one output
  std::vector<feeds::Facts> facts = {};            // of the articles, for `calque feeds`

  // Counts a record that holds no article, and keeps it where it is broken.
  void reject(Rejected&& reason, std::string&& bytes);
};

// Rendering for programs or, with `table`, for people.
struct Rendering {
  JsonOptions json;
  std::optional<TerminalOptions> table;
};

// Not to be shared between threads: it holds a parser.
class Scorer {
 public:
  Scorer(const Analyzer& analyzer, const FieldNames& fields, const Rendering& rendering)
      : analyzer_(&analyzer), parser_(fields), rendering_(rendering) {}

  Scored score(Batch&& batch);

 private:
  void score_document(const Document& document, Scored& scored) const;

  const Analyzer* analyzer_;
  RecordParser parser_;
  Rendering rendering_;
};

}  // namespace calque
