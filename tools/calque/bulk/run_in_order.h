// Reading, working and writing at the same time, in the order of the input, for any type of item.
//
//   read (1 thread) --> work (N threads) --> write (the calling thread)
#pragma once

#include <concepts>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace calque {

// An item is pending when it was read and not yet written. At most 4 items per thread are pending. If items have a
// member `bytes`, reading also stops while the limit of bytes is pending; so memory is bounded by that limit, or by one
// item if it is larger.
inline constexpr std::size_t kItemsPerThread = 4;
inline constexpr std::size_t kBytesOnTheWay = std::size_t{64} << 20;

namespace in_order {

template <class Item>
std::size_t bytes_of(const Item& item) {
  if constexpr (requires {
                  { item.bytes } -> std::convertible_to<std::size_t>;
                }) {
    return item.bytes;
  } else {
    return 0;
  }
}

// The pending items, shared by the threads. The functions that return an optional wait, and return none at the end.
template <class Item, class Result>
class Belt {
 public:
  struct Numbered {
    std::uint64_t number;
    Item item;
  };

  explicit Belt(unsigned threads) : most_items_(threads * kItemsPerThread) {}

  // Waits for room. False when the run has stopped.
  bool has_room() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] {
      return stopped_ || slots_.empty() || (slots_.size() < most_items_ && bytes_ < kBytesOnTheWay);
    });
    return !stopped_;
  }

  void put(Item&& item) {
    const std::lock_guard lock(mutex_);
    slots_.push_back({bytes_of(item), std::nullopt});
    bytes_ += slots_.back().bytes;
    items_.push_back({written_ + slots_.size() - 1, std::move(item)});
    work_.notify_one();
  }

  void end_reading() {
    const std::lock_guard lock(mutex_);
    at_end_ = true;
    work_.notify_all();
    ready_.notify_all();
  }

  std::optional<Numbered> take() {
    std::optional<Numbered> item;
    std::unique_lock lock(mutex_);
    work_.wait(lock, [this] { return stopped_ || at_end_ || !items_.empty(); });
    if (stopped_ || items_.empty()) return item;
    item.emplace(std::move(items_.front()));
    items_.pop_front();
    return item;
  }

  void put_result(std::uint64_t number, Result&& result) {
    const std::lock_guard lock(mutex_);
    slots_[number - written_].result.emplace(std::move(result));
    if (number == written_) ready_.notify_one();
  }

  std::optional<Result> take_result() {
    std::optional<Result> result;
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [this] { return stopped_ || (slots_.empty() ? at_end_ : slots_.front().result.has_value()); });
    if (stopped_ || slots_.empty()) return result;
    result.emplace(std::move(*slots_.front().result));
    bytes_ -= slots_.front().bytes;
    slots_.pop_front();
    ++written_;
    room_.notify_one();
    return result;
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stop_all();
  }

  // Runs a stage. An exception stops the other stages; of several exceptions, the first is kept.
  template <class Stage>
  void guard(Stage&& stage) noexcept {
    try {
      stage();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      stop_all();
    }
  }

  // Call it when all threads have ended.
  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  struct Slot {
    std::size_t bytes;
    std::optional<Result> result;
  };

  void stop_all() {
    stopped_ = true;
    room_.notify_all();
    work_.notify_all();
    ready_.notify_all();
  }

  const std::size_t most_items_;
  std::mutex mutex_;  // guards all that follows
  std::condition_variable room_, work_, ready_;
  std::deque<Numbered> items_;  // read and not yet taken by a thread
  std::deque<Slot> slots_;      // one for each pending item, in order
  std::size_t bytes_ = 0;       // of the pending items
  std::uint64_t written_ = 0;   // items; also the number of the first slot
  bool at_end_ = false;
  bool stopped_ = false;
  std::exception_ptr failure_;
};

template <class Item, class Read, class Write, class Worker>
void run_on_this_thread(Read& read, Worker&& work, Write& write) {
  while (std::optional<Item> item = read()) {
    if (!write(work(std::move(*item)))) return;
  }
}

}  // namespace in_order

// Passes each item from `read` to a worker, and the results to `write` in the order of the items.
//   read()         an std::optional<Item>; none at the end
//   make_worker()  called once on each of `threads` threads; returns a function from Item&& to Result, which is called
//                  on that thread for one item after the other
//   write(Result)  false to stop early
// Items and results are moved, never copied. With one thread everything happens on the calling thread. An exception
// from a stage is thrown again here after all threads have ended; no thread outlives the call.
template <class Read, class MakeWorker, class Write>
void run_in_order(Read&& read, MakeWorker&& make_worker, Write&& write, unsigned threads) {
  using Item = typename std::invoke_result_t<Read&>::value_type;
  using Result = std::decay_t<std::invoke_result_t<std::invoke_result_t<MakeWorker&>&, Item&&>>;
  if (threads <= 1) return in_order::run_on_this_thread<Item>(read, make_worker(), write);

  in_order::Belt<Item, Result> belt(threads);
  const auto read_all = [&] {
    while (belt.has_room()) {
      std::optional<Item> item = read();
      if (!item) break;
      belt.put(std::move(*item));
    }
    belt.end_reading();
  };
  const auto work_all = [&] {
    auto work = make_worker();
    while (auto taken = belt.take()) belt.put_result(taken->number, work(std::move(taken->item)));
  };
  const auto write_all = [&] {
    while (std::optional<Result> result = belt.take_result()) {
      if (!write(std::move(*result))) return belt.stop();
    }
  };
  std::vector<std::thread> running;
  belt.guard([&] {
    running.reserve(threads + std::size_t{1});
    running.emplace_back([&] { belt.guard(read_all); });
    for (unsigned i = 0; i < threads; ++i) running.emplace_back([&] { belt.guard(work_all); });
    write_all();
  });
  for (std::thread& thread : running) thread.join();
  belt.rethrow();
}

}  // namespace calque
