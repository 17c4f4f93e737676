// UTF-8 that was taken for windows-1252: what can be undone.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace calque {

// "caf\u00C3\u00A9" -> "café": the text as it was before it was encoded a second time. Nothing unless that is certain:
// every character beyond ASCII belongs to such a sequence, and there are two at least. `text` is valid UTF-8.
std::optional<std::string> undo_second_encoding(std::string_view text);

// Appends `bytes`, UTF-8 into which somebody pasted windows-1252: an invalid byte that is a quotation mark, a dash or
// the like there, or a small letter inside a word, is that, others are U+FFFD. Returns how many bytes were replaced by
// U+FFFD.
std::size_t append_mixed_utf8(std::string_view bytes, std::string& out);

}  // namespace calque
