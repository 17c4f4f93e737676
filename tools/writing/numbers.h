#pragma once

#include <cstdint>
#include <string>

namespace calque::writing {

std::string grouped(std::uint64_t count);  // "24,208"

}  // namespace calque::writing
