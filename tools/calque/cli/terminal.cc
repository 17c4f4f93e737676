#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace calque {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool wants_color(const std::string& color) {
  if (color != "auto") return color == "always";
  return environment("NO_COLOR").empty() && environment("TERM") != "dumb" && is_terminal(STDOUT_FILENO);
}

}  // namespace

TerminalOptions terminal_options(const std::string& color) {
  return {wants_color(color), terminal_width(STDOUT_FILENO)};
}

unsigned terminal_width(int fd) {
  winsize size{};
  if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const std::string_view columns = environment("COLUMNS");
  unsigned width = 0;
  const auto [end, error] = std::from_chars(columns.data(), columns.data() + columns.size(), width);
  return error == std::errc() && width > 0 && width <= 10000 ? width : TerminalOptions{}.width;
}

bool is_terminal(int fd) { return isatty(fd) == 1; }

}  // namespace calque
