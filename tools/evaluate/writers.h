// The report as bytes.
#pragma once

#include <string>

#include "evaluate/report.h"

namespace calque::evaluate {

std::string to_markdown(const Report& report);

// Everything that Markdown says, and what tools/lab/plot draws; numbers have four decimals. Figures that cannot be had
// are null.
inline constexpr unsigned kJsonSchema = 1;
std::string to_json(const Report& report);

}  // namespace calque::evaluate
