// JSON strings as scraped feeds have them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace calque {

// The part of `json` before the quote that closes a string; all of it when there is none. `json` begins after the
// opening quote.
std::string_view string_body(std::string_view json);

// Appends what the body of a JSON string stands for, and returns how many lone surrogate escapes it had: "\ud83d" with
// no second half is what scrapers leave of an emoji cut in two, and becomes U+FFFD here, where simdjson gives up.
// Nothing when an escape is malformed.
std::optional<std::size_t> append_unescaped(std::string_view body, std::string& out);

}  // namespace calque
