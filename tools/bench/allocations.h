#pragma once

#include <cstdint>

namespace calque::bench {

// How often this thread has called operator new, which the program replaces to count: some nanoseconds at most on top
// of malloc. What C libraries allocate is not seen. Always 0 under AddressSanitizer, which needs its own.
std::uint64_t allocations_so_far();

}  // namespace calque::bench
