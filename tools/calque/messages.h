// What the command says on standard error.
#pragma once

#include <chrono>
#include <string_view>

#include "calque/document.h"
#include "tally.h"

namespace calque {

// "calque: MESSAGE", made safe for a terminal.
void print_message(std::string_view message);

// Reports rejected records, the first few one by one.
class RejectionReport {
 public:
  void add(const Rejected& rejected);

 private:
  std::size_t count_ = 0;
};

// A line that is written over, at most five times a second; only on a terminal.
class ProgressLine {
 public:
  explicit ProgressLine(bool shown) : shown_(shown) {}
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void update(const Tally& tally);
  void update(std::string_view line);
  void clear();
  double seconds() const;  // since it was made

 private:
  using Clock = std::chrono::steady_clock;
  bool is_due();
  void draw(std::string_view line);

  bool shown_;
  bool drawn_ = false;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point last_ = begin_;
};

}  // namespace calque
