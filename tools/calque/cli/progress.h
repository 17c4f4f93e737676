// The progress line of a run, and its summary.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "bulk/tally.h"

namespace calque {

// "1,204 articles: 310 machine, 874 human, 20 undecided; 3 lines rejected; 5.1 MB in 0.4 s, 3,010 articles/s". `recent`
// is what was done in these seconds.
std::string summary(const Tally& tally, const Tally& recent, double seconds);
// A line that is written over, at most five times a second; only on a terminal.
class ProgressLine {
 public:
  // Of `total` bytes; 0 where it is not known how many there are.
  explicit ProgressLine(bool shown, std::uint64_t total = 0) : shown_(shown), total_(total) {}
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // What an earlier run did, in articles and in bytes read.
  void begin_after(const Tally& tally, std::uint64_t bytes);
  void update(const Tally& tally, std::uint64_t bytes = 0);
  void update(std::string_view line);
  void clear();
  double seconds() const;  // since it was made
  Tally recent(const Tally& tally) const { return tally - earlier_; }

 private:
  using Clock = std::chrono::steady_clock;
  bool is_due();
  void draw(std::string_view line);

  bool shown_;
  bool drawn_ = false;
  std::uint64_t total_;
  Tally earlier_;
  std::uint64_t earlier_bytes_ = 0;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point last_ = begin_;
};

}  // namespace calque
