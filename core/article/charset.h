// Detects charsets other than UTF-8 and converts them to UTF-8, with ICU.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace calque {

// The charset to use for a declared one: "ISO-8859-1" -> "windows-1252", "UTF8" -> "utf-8". Empty if it is unknown.
std::string known_charset(std::string_view declared);

// "utf-16le" or "utf-16be" if NULs are where that charset has them in English text; else empty.
std::string_view utf16_by_nuls(std::string_view bytes);

// For bytes that are not UTF-8: the charset that ICU detects with confidence, else "windows-1252".
std::string detect_charset(std::string_view bytes);

// Appends `bytes` as UTF-8, with invalid bytes replaced by U+FFFD. Returns how many were replaced. `charset` must come
// from the functions above.
std::size_t append_converted(std::string_view bytes, const std::string& charset, std::string& out);

}  // namespace calque
