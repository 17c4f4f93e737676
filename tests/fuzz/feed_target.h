// What holds of every feed.
#pragma once

#include <string_view>

#include "calque/document.h"

namespace calque::fuzz {

// Records lie in the file, in its order; they are the same whatever the size of the buffer they are read through,
// unless compressed data is damaged: how much can be had before the damage depends on it; and each gives a document of
// UTF-8 fields, or a reason in UTF-8 why not.
void check_feed(std::string_view bytes, FeedFormat format);

}  // namespace calque::fuzz
