// A loop over many threads, which live no longer than the call: a program that forks afterwards (multiprocessing,
// Spark, Ray) copies no lock that a thread of ours held.
#pragma once

#include <cstddef>
#include <functional>

namespace calque::python {

// Calls body(0) ... body(size - 1), each once, on `threads` threads of which the caller's is one. What a call throws is
// thrown again here, after all threads have ended; then some calls may not have been made.
void parallel_for(std::size_t size, unsigned threads, const std::function<void(std::size_t)>& body);

}  // namespace calque::python
