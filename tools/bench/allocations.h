#pragma once

#include <cstdint>

namespace calque::bench {

// How often this thread has called operator new. The program replaces it with one that counts, which adds a few
// nanoseconds at most to malloc. Allocations of C libraries are not counted. Always 0 under AddressSanitizer, which
// needs its own operator new.
std::uint64_t allocations_so_far();

}  // namespace calque::bench
