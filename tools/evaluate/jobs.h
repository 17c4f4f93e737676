#pragma once

#include <functional>
#include <vector>

namespace calque::evaluate {

// Runs every job once, on `threads` threads. Jobs must not depend on each other's results. An exception from a job is
// thrown again here, after all jobs have ended.
void run_jobs(const std::vector<std::function<void()>>& jobs, unsigned threads);

}  // namespace calque::evaluate
