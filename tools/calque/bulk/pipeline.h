// Reading, scoring and writing at the same time, in the order of the input.
//
//   read (1 thread) --> at most 4 batches per worker on their way --> score (N threads) --> write (the calling thread)
#pragma once

#include <functional>

#include "bulk/batch.h"
#include "commands/scorer.h"

namespace calque {

struct Stages {
  std::function<bool(Batch&)> read;                        // false at the end
  std::function<std::function<Scored(Batch&&)>()> worker;  // called once on each thread that scores
  std::function<bool(Scored&&)> write;                     // false to stop early
};

// Runs the stages to the end. With one worker everything happens on the calling thread. What a stage throws is thrown
// again here, after all threads have ended. Memory is bounded by the batches on their way, so by 4 per worker and by
// kBytesOnTheWay, or one record where that is longer.
void run_pipeline(const Stages& stages, unsigned workers);

inline constexpr std::size_t kBytesOnTheWay = std::size_t{64} << 20;

}  // namespace calque
