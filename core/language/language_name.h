#pragma once

#include <string>

namespace calque {

// The English name of an ISO 639-1 code, since all reports are in English: "es" is "Spanish". A code that ICU does not
// know is returned unchanged.
std::string language_name(const std::string& code);

}  // namespace calque
