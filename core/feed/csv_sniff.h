#pragma once

#include <optional>
#include <string_view>

#include "calque/document.h"

namespace calque {

// kCsv or kTsv if `text`, a file's beginning from its first non-blank character, is certainly that: after a "sep="
// line; if the first line is a row of short names and one of them is `column`, or there is only one and quoted text
// follows; if it is a row of names and all following rows have as many cells, or the file's suffix says so.
std::optional<FeedFormat> sniff_csv(std::string_view text, bool is_whole, std::string_view column,
                                    std::string_view suffix);

// Whether `text` is certainly rows of CSV without a header: two or more rows with equally many cells, with quoted cells
// in the first.
bool looks_like_rows(std::string_view text, bool is_whole);

}  // namespace calque
