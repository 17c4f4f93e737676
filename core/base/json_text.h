// The pieces of JSON: strings and numbers. json_writer.h puts them together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace calque {

// Appends `text` in quotes, escaped. Bytes that are not UTF-8 (file names may hold any) become U+FFFD.
void append_json_string(std::string_view text, std::string& out);

void append_json_integer(std::uint64_t value, std::string& out);

// Appends a number with exactly `decimals` digits after the point in any locale; "null" when absent or not finite.
void append_json_decimal(std::optional<double> value, int decimals, std::string& out);

}  // namespace calque
