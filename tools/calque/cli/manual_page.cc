#include "cli/manual_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "calque/analyzer.h"
#include "cli/command.h"

namespace calque {
namespace {

constexpr std::string_view kEnd = R"(.SH ENVIRONMENT
Every option has a variable: CALQUE_MAX_FPR for \-\-max\-fpr. NO_COLOR turns colours off where they are not asked for, and COLUMNS is the width
where there is no terminal.
.SH FILES
.TP
.I $XDG_CONFIG_HOME/calque/config.toml
or ~/.config/calque/config.toml, unless \-\-config names another: options in TOML, without their hyphens. Those before the first section are for every command
that has them, those under [score] for score.
.PP
The command line goes before the environment, that before the file, that before the default.
.SH "EXIT STATUS"
.TP
0
Done.
.TP
2
Options or arguments that make no sense.
.TP
3
A file that cannot be read or written; what could be done was done.
.TP
4
A model that is missing, damaged, or of another version.
.TP
130, 143
SIGINT or SIGTERM came; the records under way were finished.
)";

// Text in roff: backslashes and hyphens as such, and no line that begins with a request.
std::string roff(std::string_view text) {
  std::string out;
  bool at_line_begin = true;
  for (const char c : text) {
    if (at_line_begin && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    at_line_begin = c == '\n';
  }
  return out;
}

void append_option(const OptionView& option, std::string& out) {
  std::string names;
  for (const std::string& name : option.names) names += (names.empty() ? "" : ", ") + name;
  fmt::format_to(std::back_inserter(out), ".TP\n\\fB{}\\fR", roff(names));
  if (!option.choices.empty()) {
    fmt::format_to(std::back_inserter(out), " {}", roff(fmt::format("{}", fmt::join(option.choices, "|"))));
  } else if (!option.value.empty()) {
    fmt::format_to(std::back_inserter(out), " \\fI{}\\fR", roff(option.value));
  }
  fmt::format_to(std::back_inserter(out), "\n{}", roff(option.what));
  if (!option.standard.empty()) fmt::format_to(std::back_inserter(out), " [{}]", roff(option.standard));
  out += ".\n";
}

void append_command(const Command& command, std::string& out) {
  fmt::format_to(std::back_inserter(out), ".SH \"calque {}\"\n{}.\n", roff(command.name()),
                 roff(command.description()));
  std::string group;
  for (const OptionView& option : command.options()) {
    if (option.group != group) fmt::format_to(std::back_inserter(out), ".SS {}\n", roff(option.group));
    group = option.group;
    append_option(option, out);
  }
  const std::string footer = command.footer();
  const std::size_t begin = footer.find_first_not_of('\n');
  if (begin == std::string::npos) return;
  fmt::format_to(std::back_inserter(out), ".SS Notes\n.nf\n{}\n.fi\n", roff(std::string_view(footer).substr(begin)));
}

}  // namespace

std::string manual_page(const Program& program) {
  std::string out =
      fmt::format(".TH CALQUE 1 \"\" \"calque {0}\" \"User Commands\"\n.SH NAME\ncalque \\- {1}\n.SH SYNOPSIS\n",
                  version(), roff("find machine-translated English news and mark the places that show it"));
  for (const Command& command : program.commands()) {
    fmt::format_to(std::back_inserter(out), "\\fBcalque {}\\fR [OPTIONS] [ARGUMENTS]\n.br\n", roff(command.name()));
  }
  fmt::format_to(std::back_inserter(out), ".SH DESCRIPTION\n{}\n", roff(program.description()));
  for (const Command& command : program.commands()) append_command(command, out);
  return out.append(kEnd);
}

}  // namespace calque
