#pragma once

#include <string>

namespace calque {

// The English name of an ISO 639-1 code: "es" is "Spanish". A code that ICU does not know stays as it is.
std::string language_name(const std::string& code);

}  // namespace calque
