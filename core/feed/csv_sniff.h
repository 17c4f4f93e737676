#pragma once

#include <optional>
#include <string_view>

#include "calque/document.h"

namespace calque {

// kCsv or kTsv where `text`, a file's beginning from its first character that is not blank, can only be meant so:
// behind a "sep=" line; where the first line is a row of short names of which one is `column`, or the only one and what
// follows is quoted; where it is a row of names and all rows that follow are as long; by the file's suffix where it is
// a row of names.
std::optional<FeedFormat> sniff_csv(std::string_view text, bool is_whole, std::string_view column,
                                    std::string_view suffix);

// Whether `text` can only be meant as rows of CSV that no header stands before: two or more, alike in length, with
// quoted cells among the first.
bool looks_like_rows(std::string_view text, bool is_whole);

}  // namespace calque
