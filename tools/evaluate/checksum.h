#pragma once

#include <cstdint>
#include <string>

namespace calque::evaluate {

// XXH3 (64 bits) of a file's bytes. Throws std::runtime_error.
std::uint64_t checksum_of(const std::string& path);

}  // namespace calque::evaluate
