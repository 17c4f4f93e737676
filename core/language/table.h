// The files of a language's folder: each line is a kind, a tab and a value. Blank lines and lines that begin with "#"
// are skipped.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "calque/error.h"

namespace calque {

// Takes a line; false if its kind is unknown.
using TakeLine = std::function<bool(std::string_view kind, std::string_view value)>;

// Gives each line to `take`. Fails (kModel) at the first line that has no tab or no value, or that `take` refuses.
Expected<void> read_table(std::string_view file, std::string_view tsv, const TakeLine& take);

// Appends the words of a value, separated by spaces.
void append_words(std::string_view value, std::vector<std::string_view>& words);

}  // namespace calque
