// The JSON record of an article, and its parts that other records share.
#pragma once

#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "calque/report.h"

namespace calque {

// As append_json, with the model's name in place of the analyzer.
void append_record(const Document& document, const Analysis& analysis, std::string_view model,
                   const JsonOptions& options, std::string& out);

// Writes the key "id" and the document's id, as a number if the feed had one.
void write_id(const Document& document, JsonWriter& out);

}  // namespace calque
