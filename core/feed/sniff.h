// What a file holds, by its first bytes.
#pragma once

#include <string_view>

#include "calque/document.h"

namespace calque {

// As much of a file as tells, at most: a longer first line is no header, a longer preamble no preamble.
inline constexpr std::size_t kSniffBytes = std::size_t{64} << 10;

// Whether more bytes could change what sniff says of `head`.
bool needs_more(std::string_view head);

// kText where nothing else is certain. `column` is what a CSV header must name.
FeedFormat sniff(std::string_view head, std::string_view column);

}  // namespace calque
