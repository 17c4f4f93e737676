// Repairs UTF-8 that was taken for windows-1252.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace calque {

// "caf\u00C3\u00A9" -> "café": the text before its second encoding. Nothing unless that is certain: every character
// beyond ASCII belongs to such a sequence, and there are at least two. `text` is valid UTF-8.
std::optional<std::string> undo_second_encoding(std::string_view text);

// Appends `bytes`, UTF-8 with pasted windows-1252. An invalid byte is read as windows-1252 if it is a quotation mark, a
// dash or similar there, or a small letter inside a word; others become U+FFFD. Returns the number of those.
std::size_t append_mixed_utf8(std::string_view bytes, std::string& out);

}  // namespace calque
