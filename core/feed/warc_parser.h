// A WARC record -> its document.
#pragma once

#include <string>

#include "calque/feed.h"

namespace calque {

// See RecordParser on WARC. `is_broken` is false for a record that is not meant to hold an article.
tl::expected<Document, Rejected> parse_warc(const Record& record);

// The limits on the body of a response: unpacked, and parsed as a page.
inline constexpr std::size_t kMaxBodyBytes = std::size_t{64} << 20;
inline constexpr std::size_t kMaxPageBytes = std::size_t{8} << 20;

}  // namespace calque
