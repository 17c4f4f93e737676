// The record of an article, and what it shares with other records.
#pragma once

#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "calque/report.h"

namespace calque {

// append_json, with the model's name in place of the analyzer.
void append_record(const Document& document, const Analysis& analysis, std::string_view model,
                   const JsonOptions& options, std::string& out);

// The key "id" and the document's, a number where the feed had one.
void write_id(const Document& document, JsonWriter& out);

}  // namespace calque
