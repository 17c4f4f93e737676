// "&eacute;" -> "é".
#pragma once

#include <string>
#include <string_view>

namespace calque {

// The place of a reference. In an attribute, a name without its semicolon is not a reference before a letter, a digit
// or '=': addresses have parameters ("?a=1&copy=2").
enum class EntityPlace : unsigned char { kText, kAttribute };

// Appends `text` with character references decoded as browsers do (html.spec.whatwg.org, 13.2.5.72 to 13.2.5.80): all
// 2,231 names, the longest that matches; numbers 128 to 159 mean the characters of windows-1252, and invalid numbers
// U+FFFD. All else is unchanged.
void append_decoded_entities(std::string_view text, EntityPlace place, std::string& out);

}  // namespace calque
