// Divides a batch of records into those that pass and those that do not, with the reasons.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "bulk/batch_report.h"
#include "calque/analyzer.h"
#include "calque/feed.h"

namespace calque {

struct FilterCriteria {
  bool by_label = true;                   // `machine` does not pass
  std::optional<double> max_probability;  // a higher one does not pass
  std::optional<double> min_quality;      // a lower one does not pass
  bool keep_undecided = true;             // undecided articles pass
  bool keep_others = true;                // records that are no articles by their kind pass
};

// Why an article does not pass; empty when it does. An article without a score, or labelled undecided where the label
// counts, is undecided.
std::string why_rejected(const Verdict& verdict, const FilterCriteria& criteria);

struct FilteredBatch {
  BatchReport report;
  std::string kept;                          // records, unchanged
  std::string rejected;                      // records, unchanged
  std::string reasons;                       // a line of JSON for each rejected article
  std::string kind;                          // what must be the same of all records of one output; empty of none
  std::shared_ptr<const FileHeader> header;  // of the records, where their format has one
};

// Not to be shared between threads: it holds a parser.
class FilterWorker {
 public:
  FilterWorker(const Analyzer& analyzer, const FieldNames& fields, const FilterCriteria& criteria)
      : analyzer_(&analyzer), parser_(fields), criteria_(criteria) {}

  FilteredBatch operator()(Batch&& batch);

 private:
  void filter_document(const Record& record, const Document& document, FilteredBatch& filtered) const;

  const Analyzer* analyzer_;
  RecordParser parser_;
  FilterCriteria criteria_;
};

}  // namespace calque
