// Charsets other than UTF-8: which one it is, and the way to UTF-8. All of it is ICU's work.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace calque {

// The name under which a declared charset is read: "ISO-8859-1" -> "windows-1252", "UTF8" -> "utf-8". Empty when it is
// unknown.
std::string known_charset(std::string_view declared);

// "utf-16le" or "utf-16be" when NULs stand where that charset has them in English text; else empty.
std::string_view utf16_by_nuls(std::string_view bytes);

// For bytes that are not UTF-8: what ICU finds with confidence, else "windows-1252".
std::string detect_charset(std::string_view bytes);

// Appends `bytes` as UTF-8, what is invalid replaced by U+FFFD. Returns how many bytes were replaced. `charset` is one
// that the functions above gave.
std::size_t append_converted(std::string_view bytes, const std::string& charset, std::string& out);

}  // namespace calque
