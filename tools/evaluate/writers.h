// The report as bytes.
#pragma once

#include <string>

#include "evaluate/report.h"

namespace calque::evaluate {

std::string to_markdown(const Report& report);

// Everything that the Markdown has, and the data that tools/lab/plot draws. Numbers have four decimals; figures that
// cannot be computed are null.
inline constexpr unsigned kJsonSchema = 1;
std::string to_json(const Report& report);

}  // namespace calque::evaluate
