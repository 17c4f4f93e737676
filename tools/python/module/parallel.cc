#include "parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace calque::python {
namespace {

class Loop {
 public:
  Loop(std::size_t size, const std::function<void(std::size_t)>& body) : size_(size), body_(body) {}

  void work() noexcept;
  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  const std::size_t size_;
  const std::function<void(std::size_t)>& body_;
  std::atomic<std::size_t> next_{0};
  std::mutex mutex_;  // guards failure_
  std::exception_ptr failure_;
};

void Loop::work() noexcept {
  try {
    for (std::size_t i = next_++; i < size_; i = next_++) body_(i);
  } catch (...) {
    next_ = size_;
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
  }
}

}  // namespace

void parallel_for(std::size_t size, unsigned threads, const std::function<void(std::size_t)>& body) {
  Loop loop(size, body);
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min<std::size_t>(threads, size); ++i) others.emplace_back([&] { loop.work(); });
    loop.work();
  }
  loop.rethrow();
}

}  // namespace calque::python
