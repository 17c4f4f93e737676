// Memory and start-up time of the command, measured from outside, in a process of its own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/feed_maker.h"

namespace calque::bench {

struct ChildMemory {
  std::uint64_t anonymous = 0;  // bytes at the peak, without mapped files (the pack and the libraries)
  std::uint64_t resident = 0;   // bytes at the peak, with mapped files
};

// Runs `command` (its first word is a path) on the feed, through a pipe, and reads its memory after every megabyte of
// input. Throws std::runtime_error when the command cannot be run or fails.
ChildMemory peak_memory(const std::vector<std::string>& command, FeedMaker feed);

// Seconds from starting `command` to the first byte of its output, for a feed of one article.
double seconds_to_first_verdict(const std::vector<std::string>& command, FeedMaker feed);

}  // namespace calque::bench
