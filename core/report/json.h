// append_json, with the model's name in place of the analyzer.
#pragma once

#include <string>
#include <string_view>

#include "calque/report.h"

namespace calque {

void append_record(const Document& document, const Analysis& analysis, std::string_view model,
                   const JsonOptions& options, std::string& out);

}  // namespace calque
