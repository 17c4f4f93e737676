// Verdicts as Arrow columns.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "arrow_abi.h"
#include "calque/analyzer.h"

namespace calque::python {

// The part of an analysis that a row shows.
struct VerdictRow {
  Verdict verdict;
  std::int32_t words = 0;
  std::int32_t sentences = 0;
  std::int32_t findings = 0;
};

// A struct of nullable columns, so that readers can also take it as a record batch:
//   label, basis, source_language: string; probability, original, translation, quality, quality_low, quality_high,
//   source_language_share: double; words, sentences, findings (how many): int32 (Spark knows no unsigned numbers)
void export_verdict_schema(ArrowSchema* out);

// A missing row (the text is null) is null in every column.
void export_verdicts(std::span<const std::optional<VerdictRow>> rows, ArrowArray* out);

}  // namespace calque::python
