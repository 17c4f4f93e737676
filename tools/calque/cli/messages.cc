#include "cli/messages.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <optional>

#include "calque/report.h"
#include "cli/terminal.h"

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

void ProgressLine::begin_after(const Tally& tally, std::uint64_t bytes) {
  earlier_ = tally;
  earlier_bytes_ = bytes;
}

bool ProgressLine::is_due() {
  const auto now = Clock::now();
  if (!shown_ || now - last_ < kBetweenUpdates) return false;
  last_ = now;
  return true;
}

void ProgressLine::draw(std::string_view line) {
  drawn_ = true;
  const std::string drawing = fmt::format("\r{}\x1b[K", line);
  std::fwrite(drawing.data(), 1, drawing.size(), stderr);
}

void ProgressLine::update(const Tally& tally, std::uint64_t bytes) {
  if (!is_due()) return;
  std::optional<double> share;
  double recent_share = 0;
  if (total_ > 0) {
    share = std::min(1.0, static_cast<double>(bytes) / static_cast<double>(total_));
    recent_share = static_cast<double>(bytes - earlier_bytes_) / static_cast<double>(total_);
  }
  std::string shown = progress(tally, recent(tally), seconds(), share, recent_share);
  shown.resize(std::min<std::size_t>(shown.size(), terminal_width(STDERR_FILENO) - 1));  // or it would wrap
  draw(shown);
}

void ProgressLine::update(std::string_view line) {
  if (is_due()) draw(line);
}

void ProgressLine::clear() {
  if (drawn_) std::fputs("\r\x1b[K", stderr);
  drawn_ = false;
}

}  // namespace calque
