// The result must be the same as if one thread had read, worked and written, whatever the threads do.
#include "bulk/run_in_order.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <numeric>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "support/catch.h"

using namespace calque;

namespace {

constexpr unsigned kThreads[] = {1, 2, 3, 8};

// 0, 1, ... size - 1.
auto count_to(int size) {
  return [next = 0, size]() mutable { return next < size ? std::optional(next++) : std::nullopt; };
}

auto keep_in(std::vector<int>& results) {
  return [&results](int result) {
    results.push_back(result);
    return true;
  };
}

std::vector<int> first(int size) {
  std::vector<int> numbers(static_cast<std::size_t>(size));
  std::iota(numbers.begin(), numbers.end(), 0);
  return numbers;
}

void sleep_for(unsigned microseconds) { std::this_thread::sleep_for(std::chrono::microseconds(microseconds)); }

struct Heavy {
  int number;
  std::size_t bytes;
};

// Runs `size` items, and gives the most that was read and not yet written at any time.
template <class Item, class Make>
int most_on_the_way(int size, unsigned threads, Make make) {
  std::atomic<int> read = 0;
  std::atomic<int> written = 0;
  std::atomic<int> most = 0;
  const auto read_one = [&]() -> std::optional<Item> {
    most = std::max<int>(most, read - written);
    return read < size ? std::optional<Item>(make(read++)) : std::nullopt;
  };
  const auto make_worker = [] {
    return [](Item&&) {
      sleep_for(100);
      return 0;
    };
  };
  const auto write = [&](int) {
    sleep_for(200);  // the slowest, so that reading runs ahead as far as it may
    return ++written, true;
  };
  run_in_order(read_one, make_worker, write, threads);
  CHECK(written == size);
  return most;
}

enum class Stage { kRead, kMakeWorker, kWork, kWrite };

// Runs 200 items of which the stage throws at one in the middle.
void run_and_throw(Stage stage, unsigned threads, std::atomic<int>& live) {
  struct Alive {
    explicit Alive(std::atomic<int>& count) : count_(&count) { ++*count_; }
    Alive(const Alive& other) : Alive(*other.count_) {}
    ~Alive() { --*count_; }
    std::atomic<int>* count_;
  };
  const auto fail_in = [&](Stage here, int number) {
    if (here == stage && number == 50) throw std::runtime_error("item 50");
  };
  auto read = [&, next = 0]() mutable -> std::optional<int> {
    fail_in(Stage::kRead, next);
    return next < 200 ? std::optional(next++) : std::nullopt;
  };
  const auto make_worker = [&] {
    fail_in(Stage::kMakeWorker, 50);
    return [&, alive = Alive(live)](int number) {
      fail_in(Stage::kWork, number);
      return number;
    };
  };
  const auto write = [&](int number) {
    fail_in(Stage::kWrite, number);
    return true;
  };
  run_in_order(read, make_worker, write, threads);
}

}  // namespace

TEST_CASE("Results are written in the order of the items, however long each takes") {
  std::mt19937 random(17);
  for (const unsigned threads : kThreads) {
    for (int round = 0; round < 5; ++round) {
      std::vector<unsigned> times(150);
      for (unsigned& time : times) time = random() % 10 == 0 ? random() % 3000 : random() % 100;
      std::vector<int> results;
      const auto make_worker = [&] {
        return [&](int number) {
          sleep_for(times[static_cast<std::size_t>(number)]);
          return number;
        };
      };
      run_in_order(count_to(150), make_worker, keep_in(results), threads);
      CHECK(results == first(150));
    }
  }
}

TEST_CASE("Without an item nothing is worked on or written") {
  for (const unsigned threads : kThreads) {
    std::vector<int> results;
    run_in_order(
        count_to(0), [] { return [](int number) { return number; }; }, keep_in(results), threads);
    CHECK(results.empty());
  }
}

TEST_CASE("With one thread everything happens on the calling thread") {
  const auto here = std::this_thread::get_id();
  std::set<std::thread::id> others;
  const auto note = [&] {
    if (std::this_thread::get_id() != here) others.insert(std::this_thread::get_id());
  };
  auto read = [&, next = 0]() mutable {
    note();
    return next < 9 ? std::optional(next++) : std::nullopt;
  };
  const auto make_worker = [&] {
    note();
    return [&](int number) {
      note();
      return number;
    };
  };
  run_in_order(
      read, make_worker, [&](int) { return note(), true; }, 1);
  CHECK(others.empty());
}

TEST_CASE("With more, one thread reads, the calling one writes, and each other has a worker of its own") {
  const auto here = std::this_thread::get_id();
  std::set<std::thread::id> readers;  // used on one thread, or this test fails in the thread sanitizer
  std::set<std::thread::id> writers;
  std::atomic<int> workers = 0;
  std::atomic<int> strangers = 0;
  auto read = [&, next = 0]() mutable {
    readers.insert(std::this_thread::get_id());
    return next < 300 ? std::optional(next++) : std::nullopt;
  };
  const auto make_worker = [&] {
    ++workers;
    return [&, mine = std::this_thread::get_id(), calls = 0](int number) mutable {
      if (std::this_thread::get_id() != mine) ++strangers;
      ++calls;  // state that no lock guards
      return number;
    };
  };
  const auto write = [&](int) {
    writers.insert(std::this_thread::get_id());
    return true;
  };
  run_in_order(read, make_worker, write, 4);
  CHECK(workers == 4);
  CHECK(strangers == 0);
  CHECK(readers.size() == 1);
  CHECK(!readers.contains(here));
  CHECK(writers == std::set<std::thread::id>{here});
}

TEST_CASE("Reading runs ahead of writing by so many items per thread, and no further") {
  for (const unsigned threads : {2U, 3U}) {
    const int most = most_on_the_way<int>(120, threads, [](int number) { return number; });
    CHECK(most <= static_cast<int>(threads * kItemsPerThread));
  }
}

TEST_CASE("Items that say how many bytes they have are no longer read when that many are on their way") {
  const auto third = [](int number) { return Heavy{number, kBytesOnTheWay / 3 + 1}; };
  CHECK(most_on_the_way<Heavy>(40, 4, third) <= 3);
  const auto larger = [](int number) { return Heavy{number, kBytesOnTheWay * 2}; };
  CHECK(most_on_the_way<Heavy>(10, 4, larger) <= 1);
}

TEST_CASE("Writing may stop early, and nothing is written after that") {
  for (const unsigned threads : kThreads) {
    std::atomic<int> read = 0;
    std::vector<int> results;
    const auto write = [&](int number) {
      results.push_back(number);
      return number < 20;
    };
    const auto read_on = [&] { return std::optional<int>(read++); };  // for ever
    run_in_order(
        read_on, [] { return [](int number) { return number; }; }, write, threads);
    CHECK(results == first(21));
    CHECK(read <= 21 + static_cast<int>(threads * kItemsPerThread));
  }
}

TEST_CASE("What a stage throws is thrown again when all threads have ended") {
  for (const Stage stage : {Stage::kRead, Stage::kMakeWorker, Stage::kWork, Stage::kWrite}) {
    for (const unsigned threads : kThreads) {
      std::atomic<int> live = 0;
      CHECK_THROWS_AS(run_and_throw(stage, threads, live), std::runtime_error);
      CHECK(live == 0);
    }
  }
}

TEST_CASE("What is written before an item that cannot be worked on is all that came before it, at most") {
  for (const unsigned threads : kThreads) {
    std::vector<int> results;
    const auto make_worker = [] {
      return [](int number) { return number == 30 ? throw std::runtime_error("30") : number; };
    };
    CHECK_THROWS_AS(run_in_order(count_to(100), make_worker, keep_in(results), threads), std::runtime_error);
    CHECK(results.size() <= 30);
    CHECK(results == first(static_cast<int>(results.size())));
  }
}

TEST_CASE("Items, results and workers need only be movable") {
  for (const unsigned threads : kThreads) {
    std::vector<std::string> results;
    auto read = [next = 0]() mutable -> std::optional<std::unique_ptr<int>> {
      if (next == 50) return std::nullopt;
      return std::make_unique<int>(next++);
    };
    const auto make_worker = [] {
      return [buffer = std::make_unique<std::string>()](std::unique_ptr<int>&& number) {
        *buffer = std::to_string(*number);
        return std::make_unique<std::string>(*buffer);
      };
    };
    const auto write = [&](std::unique_ptr<std::string>&& text) {
      results.push_back(std::move(*text));
      return true;
    };
    run_in_order(read, make_worker, write, threads);
    REQUIRE(results.size() == 50);
    CHECK(results.front() == "0");
    CHECK(results.back() == "49");
  }
}
