#include "evaluate/jobs.h"

#include <algorithm>
#include <atomic>
#include <future>

namespace calque::evaluate {

void run_jobs(const std::vector<std::function<void()>>& jobs, unsigned threads) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t job; (job = next++) < jobs.size();) jobs[job]();
  };
  std::vector<std::future<void>> others;
  for (unsigned i = 1; i < threads && i < jobs.size(); ++i) others.push_back(std::async(std::launch::async, work));
  work();
  for (std::future<void>& other : others) other.get();
}

}  // namespace calque::evaluate
