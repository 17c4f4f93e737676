// The command itself, as a process of its own: what it costs from the outside.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/feed_maker.h"

namespace calque::bench {

struct ChildMemory {
  std::uint64_t anonymous = 0;  // bytes at the peak, without files that are mapped: the pack and the libraries
  std::uint64_t resident = 0;   // bytes at the peak, with them
};

// Runs `command` (its first word a path) over the feed, from a pipe. The memory is looked at after every megabyte that
// it takes. Throws std::runtime_error when it cannot be run or fails.
ChildMemory peak_memory(const std::vector<std::string>& command, FeedMaker feed);

// Seconds from starting `command` to the first byte of its output, for a feed of one article.
double seconds_to_first_verdict(const std::vector<std::string>& command, FeedMaker feed);

}  // namespace calque::bench
