#pragma once

#include <string>
#include <string_view>

namespace calque {

// A short field, such as a title, as UTF-8: unchanged if it is UTF-8, else converted from `charset` if that is known,
// else with invalid bytes replaced by U+FFFD. ISO-8859-1 is read as windows-1252, as browsers do.
std::string field_text(std::string_view bytes, std::string_view charset);

}  // namespace calque
