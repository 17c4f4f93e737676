#include "bench/allocations.h"

#include <cstdlib>
#include <new>

namespace {

thread_local std::uint64_t allocations = 0;

}  // namespace

namespace calque::bench {

std::uint64_t allocations_so_far() { return allocations; }

}  // namespace calque::bench

#ifndef __SANITIZE_ADDRESS__
// The other forms of new call this one, except those for over-aligned types.
void* operator new(std::size_t size) {
  ++allocations;
  while (true) {
    if (void* memory = std::malloc(size > 0 ? size : 1)) return memory;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
#endif
