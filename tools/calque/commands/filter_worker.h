// A batch of records -> those that pass, those that do not, and why.
#pragma once

#include <optional>
#include <string>

#include "calque/analyzer.h"
#include "calque/feed.h"
#include "commands/scorer.h"

namespace calque {

struct FilterCriteria {
  bool by_label = true;                   // `machine` does not pass
  std::optional<double> max_probability;  // nor does a higher one
  std::optional<double> min_quality;      // nor a lower one
  bool keep_undecided = true;             // what cannot be decided passes
  bool keep_others = true;                // and so do records that are not meant to hold an article
};

// Why an article does not pass; empty when it does. An article without a score, or labelled undecided where the label
// counts, is undecided.
std::string why_rejected(const Verdict& verdict, const FilterCriteria& criteria);

// Not to be shared between threads: it holds a parser.
class FilterWorker {
 public:
  // The places of what it gives in Scored::more: the rejected records, and a line of JSON for each.
  static constexpr std::size_t kRejected = 0;
  static constexpr std::size_t kReasons = 1;

  FilterWorker(const Analyzer& analyzer, const FieldNames& fields, const FilterCriteria& criteria)
      : analyzer_(&analyzer), parser_(fields), criteria_(criteria) {}

  Scored filter(Batch&& batch);

 private:
  void filter_document(const Record& record, const Document& document, Scored& scored) const;

  const Analyzer* analyzer_;
  RecordParser parser_;
  FilterCriteria criteria_;
};

}  // namespace calque
