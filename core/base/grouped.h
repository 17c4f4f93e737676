#pragma once

#include <cstdint>
#include <string>

namespace calque {

// "24,208": how reports for people write a count.
std::string grouped(std::uint64_t count);

}  // namespace calque
