// Analyses in words: JSON for programs, marked text for people.
#pragma once

#include <string>

#include "calque/analyzer.h"

namespace calque {

struct JsonOptions {
  bool findings = false;
  OffsetUnit offsets = OffsetUnit::kCodePoints;
};

// Appends one JSON object and a newline, as core/report/record.schema.json describes it.
void append_json(const Document& document, const Analysis& analysis, const Analyzer& analyzer, const JsonOptions& options,
                 std::string& out);

struct TerminalOptions {
  bool color = false;
  unsigned width = 80;  // columns
};

// The verdict in a sentence, the article with its findings underlined and numbered, their reasons, and what moved the
// verdict. Control characters in the text are shown, never passed on.
std::string explain_text(const Document& document, const Analysis& analysis, const Analyzer& analyzer,
                         const TerminalOptions& options);

}  // namespace calque
