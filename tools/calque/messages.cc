#include "messages.h"

#include <fmt/format.h>

#include <cstdio>

#include "calque/report.h"

namespace calque {
namespace {

constexpr std::size_t kMostRejectionsShown = 20;
constexpr std::chrono::milliseconds kBetweenUpdates{200};

}  // namespace

void print_message(std::string_view message) {
  const std::string line = fmt::format("calque: {}\n", safe_for_terminal(message));
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void RejectionReport::add(const Rejected& rejected) {
  if (++count_ > kMostRejectionsShown + 1) return;
  if (count_ == kMostRejectionsShown + 1) return print_message("more lines are rejected; from here on only counted");
  print_message(fmt::format("{}: {}", name_of(rejected.origin), rejected.reason));
}

double ProgressLine::seconds() const { return std::chrono::duration<double>(Clock::now() - begin_).count(); }

void ProgressLine::update(const Tally& tally) {
  const auto now = Clock::now();
  if (!shown_ || now - last_ < kBetweenUpdates) return;
  last_ = now;
  drawn_ = true;
  const std::string line = fmt::format("\r{}\x1b[K", progress(tally, seconds()));
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void ProgressLine::clear() {
  if (drawn_) std::fputs("\r\x1b[K", stderr);
  drawn_ = false;
}

}  // namespace calque
