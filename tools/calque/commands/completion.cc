#include "commands/completion.h"

#include <memory>
#include <string>

#include "bulk/output.h"
#include "cli/command.h"
#include "cli/completion.h"
#include "cli/exit_code.h"
#include "cli/manual_page.h"
#include "cli/messages.h"

namespace calque {
namespace {

constexpr const char* kFooter = R"(
Examples:
  calque completion bash > ~/.local/share/bash-completion/completions/calque
  calque completion zsh > ~/.zfunc/_calque              # with fpath+=~/.zfunc before compinit
  calque completion fish > ~/.config/fish/completions/calque.fish

The Debian package brings all three.)";

std::string script_for(const std::string& shell, const Program& program) {
  if (shell == "zsh") return zsh_completion(program);
  return shell == "fish" ? fish_completion(program) : bash_completion(program);
}

int print(const std::string& text) {
  auto output = Output::open("-");
  const auto written = output->write(text);
  if (written) return kDone;
  print_message(written.error().message);
  return kInputOutput;
}

}  // namespace

void add_completion(Program& program) {
  auto shell = std::make_shared<std::string>();
  Command command = program.add("completion", "Print a script that completes commands and options");
  command.option("SHELL", *shell, "bash, zsh or fish").value_name("").required().words({"bash", "zsh", "fish"});
  command.footer(kFooter);
  command.on_run([shell, &program] { return print(script_for(*shell, program)); });
}

void add_man(Program& program) {
  Command command = program.add("man", "Print the manual page: calque man | man -l -");
  command.on_run([&program] { return print(manual_page(program)); });
}

}  // namespace calque
