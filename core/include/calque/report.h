// Analyses in words: JSON for programs, marked text for people.
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

// What follows is for people. Control characters in the text are shown, never passed on.
struct TerminalOptions {
  bool color = false;
  unsigned width = 80;  // columns; fewer than 40 are taken as 40
};

// The verdict in a sentence, the article with its findings underlined and numbered, their reasons, and what moved the
// verdict.
std::string explain_text(const Document& document, const Analysis& analysis, const Analyzer& analyzer,
                         const TerminalOptions& options);

// The same as a page that stands alone, and each sentence's logits as a curve: no scripts, nothing loaded; places can
// be reached with a pointer and with the keyboard.
std::string explain_html(const Document& document, const Analysis& analysis, const Analyzer& analyzer);

// A table with one row per article: id, verdict, probability, quality, and the finding that says most.
std::string table_heading(const TerminalOptions& options);
void append_table_row(const Document& document, const Analysis& analysis, const TerminalOptions& options,
                      std::string& out);

// `text` with control and direction characters shown as escapes, and bytes that are not UTF-8 replaced.
std::string safe_for_terminal(std::string_view text);

}  // namespace calque
