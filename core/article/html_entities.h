// "&eacute;" -> "é".
#pragma once

#include <string>
#include <string_view>

namespace calque {

// Appends `text` with character references decoded: decimal, hexadecimal, and the 252 names of HTML 4. As in browsers,
// numbers 128 to 159 are those of windows-1252, what is no character is U+FFFD, and the names of Latin-1 need no
// semicolon. What is no reference stays as it is.
void append_decoded_entities(std::string_view text, std::string& out);

}  // namespace calque
