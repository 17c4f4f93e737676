// The report as bytes.
#pragma once

#include <string>
#include <vector>

#include "evaluate/report.h"

namespace calque::evaluate {

std::string to_markdown(const Report& report);

// Everything that Markdown says, and the points of the curves; numbers have four decimals. Figures that cannot be had
// are null.
inline constexpr unsigned kJsonSchema = 1;
std::string to_json(const Report& report);

// Self-contained pictures, light or dark as the reader's screen is.
struct Plot {
  std::string file;  // "roc.svg"
  std::string svg;
};
std::vector<Plot> to_plots(const Report& report);

}  // namespace calque::evaluate
