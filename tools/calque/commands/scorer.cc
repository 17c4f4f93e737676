#include "commands/scorer.h"

namespace calque {

ScoredBatch Scorer::operator()(Batch&& batch) {
  ScoredBatch scored{BatchReport(batch), {}};
  for_each_document(batch, parser_, scored.report, [&](const Document& document, const Record&) {
    const Analysis analysis = analyzer_->analyze(document);
    scored.report.tally.count(analysis.verdict);
    if (rendering_.table) {
      append_table_row(document, analysis, *rendering_.table, scored.lines);
    } else {
      append_json(document, analysis, *analyzer_, rendering_.json, scored.lines);
    }
  });
  return scored;
}

}  // namespace calque
