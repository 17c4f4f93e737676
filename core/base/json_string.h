// JSON strings as in scraped feeds.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace calque {

// The part of `json` before the quote that closes a string; all of it when there is none. `json` begins after the
// opening quote.
std::string_view string_body(std::string_view json);

// Appends the unescaped body of a JSON string and returns its number of lone surrogate escapes. Scrapers that cut an
// emoji in two leave "\ud83d" without its second half; it becomes U+FFFD here, where simdjson fails. Nothing if an
// escape is malformed.
std::optional<std::size_t> append_unescaped(std::string_view body, std::string& out);

}  // namespace calque
