// Turns a batch of records into a line for each article.
#pragma once

#include <optional>
#include <string>

#include "bulk/batch_report.h"
#include "calque/analyzer.h"
#include "calque/feed.h"
#include "calque/report.h"

namespace calque {

struct ScoredBatch {
  BatchReport report;
  std::string lines;
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

  ScoredBatch operator()(Batch&& batch);

 private:
  const Analyzer* analyzer_;
  RecordParser parser_;
  Rendering rendering_;
};

}  // namespace calque
