// Checks that hold for every feed.
#pragma once

#include <string_view>

#include "calque/document.h"

namespace calque::fuzz {

// Records are inside the file and in its order. Each gives a document of UTF-8 fields, or a reason in UTF-8 why not.
// The size of the buffer does not change the records, except in damaged compressed data: how much is readable before
// the damage depends on that size.
void check_feed(std::string_view bytes, FeedFormat format);

}  // namespace calque::fuzz
