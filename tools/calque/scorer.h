// A batch of records -> the bytes to write.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "batch.h"
#include "calque/analyzer.h"
#include "calque/feed.h"
#include "calque/report.h"
#include "tally.h"

namespace calque {

struct RejectedRecord {
  Rejected rejected;
  std::string bytes;  // the record as it stood
};

struct Scored {
  std::string output;
  std::vector<RejectedRecord> rejected;
  std::optional<Error> error;  // of the batch
  Tally tally;
};

// Rendering for programs or, with `table`, for people.
struct Rendering {
  JsonOptions json;
  std::optional<TerminalOptions> table;
};

// Not to be shared between threads: it holds a parser.
class Scorer {
 public:
  Scorer(const Analyzer& analyzer, const JsonlFields& fields, const Rendering& rendering)
      : analyzer_(&analyzer), parser_(fields), rendering_(rendering) {}

  Scored score(Batch&& batch);

 private:
  void score_document(const Document& document, Scored& scored) const;

  const Analyzer* analyzer_;
  RecordParser parser_;
  Rendering rendering_;
};

}  // namespace calque
