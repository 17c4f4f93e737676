// The terminal's colours and width.
#pragma once

#include <string>

#include "calque/report.h"

namespace calque {

// For standard output. `color` is "always", "never" or "auto": on a terminal, unless NO_COLOR is set (no-color.org) or
// TERM is "dumb". The width is the terminal's, else COLUMNS, else 80.
TerminalOptions terminal_options(const std::string& color);

bool is_terminal(int fd);

// The terminal's width, else COLUMNS, else 80.
unsigned terminal_width(int fd);

}  // namespace calque
