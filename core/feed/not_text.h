// Detects files that are not text: archives, office documents, spreadsheets, pictures, programs.
#pragma once

#include <string>
#include <string_view>

namespace calque {

// What a file is by its first bytes, 300 at most, to complete "it is": "a zip archive". Empty if unknown.
std::string_view binary_name(std::string_view head);

// Whether `head` is neither text nor UTF-16: more than one byte in twenty is a control character.
bool is_binary(std::string_view head);

}  // namespace calque
