#pragma once

#include <string>
#include <string_view>

namespace calque {

// The host of a URL in one canonical form: in lower case and ASCII (IDNA 2008), without "www.", user, port and a final
// full stop; empty if the URL has none.
std::string host_of(std::string_view url);

}  // namespace calque
