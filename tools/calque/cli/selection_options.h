// Which articles of the input are read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bulk/selection.h"

namespace calque {

class Command;

// --limit, --sample and --shard.
void add_selection_options(Command& command, Selection& selection);

// "80%" or "0.8" as a share, over 0 and at most 1.
std::optional<double> read_share(std::string_view text);
// An option's check for that: empty, or what is wrong.
std::string check_share(const std::string& text);

}  // namespace calque
