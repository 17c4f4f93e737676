#include "commands/scorer.h"

namespace calque {

void Scored::reject(Rejected&& reason, std::string&& bytes) {
  if (!reason.is_broken) return;
  ++tally.rejected;
  rejected.push_back({std::move(reason), std::move(bytes)});
}

void Scorer::score_document(const Document& document, Scored& scored) const {
  const Analysis analysis = analyzer_->analyze(document);
  scored.tally.count(analysis.verdict);
  if (rendering_.table) {
    append_table_row(document, analysis, *rendering_.table, scored.output);
  } else {
    append_json(document, analysis, *analyzer_, rendering_.json, scored.output);
  }
}

Scored Scorer::score(Batch&& batch) {
  Scored scored;
  for (std::size_t i = 0; i < batch.records.size(); ++i) {
    auto document = take_document(batch, i, parser_);
    if (document) {
      score_document(*document, scored);
    } else {
      scored.reject(std::move(document.error()), std::move(batch.records[i].bytes));
    }
  }
  return scored;
}

}  // namespace calque
