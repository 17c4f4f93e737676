#pragma once

#include <string>
#include <string_view>

namespace calque {

// The host of a URL, so written that one host has one name: in lower case, in ASCII (IDNA 2008), without "www.", user,
// port and the full stop of the root; empty when it has none.
std::string host_of(std::string_view url);

}  // namespace calque
