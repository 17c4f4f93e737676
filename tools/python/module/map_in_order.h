// Results for many texts, in order. The threads end with the call, so a program that forks later (multiprocessing,
// Spark, Ray) copies no lock held by them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "bulk/run_in_order.h"

namespace calque::python {

// The most texts that a thread takes at once: enough to outweigh the cost of handing them over.
inline constexpr std::size_t kMostAtOnce = 16;

// result_of(0) ... result_of(size - 1), each called once, on `threads` threads. If a call throws, its exception is
// thrown again here, and some calls may be missing.
template <class ResultOf>
auto map_in_order(std::size_t size, unsigned threads, const ResultOf& result_of) {
  using Results = std::vector<decltype(result_of(size))>;
  const std::size_t at_once = std::clamp<std::size_t>(size / (threads * kItemsPerThread), 1, kMostAtOnce);
  auto read = [size, at_once, next = std::size_t{0}]() mutable -> std::optional<std::size_t> {
    if (next >= size) return std::nullopt;
    return std::exchange(next, next + at_once);
  };
  const auto make_worker = [&] {
    return [&](std::size_t begin) {
      const std::size_t end = std::min(begin + at_once, size);
      Results results;
      results.reserve(end - begin);
      for (std::size_t i = begin; i < end; ++i) results.push_back(result_of(i));
      return results;
    };
  };
  Results all;
  all.reserve(size);
  const auto write = [&](Results&& results) {
    std::ranges::move(results, std::back_inserter(all));
    return true;
  };
  run_in_order(read, make_worker, write, std::min<std::size_t>(threads, size));
  return all;
}

}  // namespace calque::python
