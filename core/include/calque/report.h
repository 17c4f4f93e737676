// Reports on analyses: JSON for programs, marked text for people.
#pragma once

#include <string>
#include <string_view>

#include "calque/analyzer.h"

namespace calque {

struct JsonOptions {
  bool findings = false;
  OffsetUnit offsets = OffsetUnit::kCodePoints;
};

// Appends one JSON object and a newline, as core/report/record.schema.json describes it.
void append_json(const Document& document, const Analysis& analysis, const Analyzer& analyzer,
                 const JsonOptions& options, std::string& out);

// The functions below are for people. Control characters in the text are shown as escapes.
struct TerminalOptions {
  bool color = false;
  unsigned width = 80;  // columns; fewer than 40 count as 40
};

// The verdict in a sentence, the article with its findings underlined and numbered, their reasons, and what moved the
// verdict.
std::string explain_text(const Document& document, const Analysis& analysis, const Analyzer& analyzer,
                         const TerminalOptions& options);

// The same as one self-contained page without scripts, with a curve of the sentences' logits. Findings can be reached
// with a pointer and with the keyboard.
std::string explain_html(const Document& document, const Analysis& analysis, const Analyzer& analyzer);

// A table with one row per article: id, verdict, probability, quality, and the most telling finding.
std::string table_heading(const TerminalOptions& options);
void append_table_row(const Document& document, const Analysis& analysis, const TerminalOptions& options,
                      std::string& out);

// `text` with control and direction characters shown as escapes, and bytes that are not UTF-8 replaced.
std::string safe_for_terminal(std::string_view text);

}  // namespace calque
