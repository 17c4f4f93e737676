// What holds of every feed.
#pragma once

#include <string_view>

#include "calque/document.h"

namespace calque::fuzz {

// Records lie in the file, in its order. Each gives a document of UTF-8 fields, or a reason in UTF-8 why not. The size
// of the buffer does not change the records, unless compressed data is damaged: how much can be read before the damage
// depends on that size.
void check_feed(std::string_view bytes, FeedFormat format);

}  // namespace calque::fuzz
