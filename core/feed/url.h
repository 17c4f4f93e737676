#pragma once

#include <string>
#include <string_view>

namespace calque {

// The host of an http or https URL in lower case, without "www.", user and port; empty when it has none.
std::string host_of(std::string_view url);

}  // namespace calque
