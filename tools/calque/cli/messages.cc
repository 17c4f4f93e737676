#include "cli/messages.h"

#include <fmt/format.h>

#include <cstdio>

#include "calque/report.h"

namespace calque {
namespace {

constexpr std::size_t kMostRejectionsShown = 20;

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

}  // namespace calque
