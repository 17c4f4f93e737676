// A WARC record -> its document.
#pragma once

#include <string>

#include "calque/feed.h"

namespace calque {

// As RecordParser says of WARC. A record that is not meant to hold an article has no reason worth reporting: then
// `is_broken` is false.
tl::expected<Document, Rejected> parse_warc(const Record& record);

// The most that the body of a response may unpack to, and so be parsed as a page.
inline constexpr std::size_t kMaxBodyBytes = std::size_t{64} << 20;
inline constexpr std::size_t kMaxPageBytes = std::size_t{8} << 20;

}  // namespace calque
