#pragma once

#include <string>

namespace calque {

// What an ISO 639-1 code is called in English, which all reports are written in: "es" is "Spanish". A code that ICU
// does not know stays as it is.
std::string language_name(const std::string& code);

}  // namespace calque
