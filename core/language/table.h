// The files of a language's folder: lines of a kind, a tab and a value. Blank lines, and those that begin with "#", are
// passed over.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "calque/error.h"

namespace calque {

// Takes a line; false where there is no such kind of line.
using TakeLine = std::function<bool(std::string_view kind, std::string_view value)>;

// Gives each line to `take`. Fails (kModel) at the first that has no tab or no value, or that is not taken.
Expected<void> read_table(std::string_view file, std::string_view tsv, const TakeLine& take);

// Appends the words of a value, which spaces separate.
void append_words(std::string_view value, std::vector<std::string_view>& words);

}  // namespace calque
