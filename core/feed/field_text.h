#pragma once

#include <string>
#include <string_view>

namespace calque {

// A short field, such as a title, as UTF-8: as it is where it is that, else from `charset`, as far as that is known,
// else with U+FFFD in place of what is no character. ISO-8859-1 is read as windows-1252, as browsers do.
std::string field_text(std::string_view bytes, std::string_view charset);

}  // namespace calque
