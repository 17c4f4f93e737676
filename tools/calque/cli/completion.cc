#include "cli/completion.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "cli/command.h"

namespace calque {
namespace {

using Out = std::back_insert_iterator<std::string>;

std::string joined_names(const Program& program) {
  std::string names;
  for (const Command& command : program.commands()) names += (names.empty() ? "" : " ") + command.name();
  return names;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// Inside single quotes, where fish has escapes.
std::string fish_quoted(const std::string& text) {
  return "'" + replaced(replaced(text, "\\", "\\\\"), "'", "\\'") + "'";
}

// What stands in a zsh specification between brackets, and in _values before a colon.
std::string zsh_escaped(std::string text) {
  for (const std::string_view special : {"\\", "[", "]", ":"})
    text = replaced(text, special, "\\" + std::string(special));
  return replaced(text, "'", "'\\''");
}

void append_bash_values(const std::string& command, const OptionView& option, Out out) {
  if (option.value.empty()) return;
  std::string patterns;
  for (const std::string& name : option.names) {
    if (!patterns.empty()) patterns += '|';
    patterns.append(command).append(",").append(name);
  }
  if (!option.choices.empty()) {
    fmt::format_to(out, "    {}) COMPREPLY=($(compgen -W '{}' -- \"$cur\")); return ;;\n", patterns,
                   fmt::join(option.choices, " "));
  } else {
    fmt::format_to(out, "    {}) {} return ;;\n", patterns,
                   option.is_file ? "COMPREPLY=($(compgen -f -- \"$cur\"));" : "COMPREPLY=();");
  }
}

void append_zsh_option(const OptionView& option, Out out) {
  std::string action;
  if (!option.value.empty()) {
    action = ":" + zsh_escaped(option.value) + ":";
    if (option.is_file) action += "_files";
    if (!option.choices.empty()) action += fmt::format("({})", fmt::join(option.choices, " "));
  }
  for (const std::string& name : option.names) {
    fmt::format_to(out, " \\\n        '{}[{}]{}'", name, zsh_escaped(option.what), action);
  }
}

void append_fish_option(const std::string& command, const OptionView& option, Out out) {
  fmt::format_to(out, "complete -c calque -n '__fish_seen_subcommand_from {}'", command);
  for (const std::string& name : option.names) {
    fmt::format_to(out, " -{} {}", name.starts_with("--") ? 'l' : 's', name.substr(name.find_first_not_of('-')));
  }
  if (!option.choices.empty()) {
    fmt::format_to(out, " -x -a '{}'", fmt::join(option.choices, " "));
  } else if (!option.value.empty()) {
    fmt::format_to(out, "{}", option.is_file ? " -r -F" : " -x");
  }
  fmt::format_to(out, " -d {}\n", fish_quoted(option.what));
}

}  // namespace

std::string bash_completion(const Program& program) {
  std::string text = fmt::format(R"(# bash completion for calque
_calque() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} command= word
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case " {0} " in *" $word "*) command=$word; break ;; esac
  done
  if [[ $prev == = ]]; then prev=${{COMP_WORDS[COMP_CWORD-2]}}; fi
  if [[ $cur == = ]]; then prev=${{COMP_WORDS[COMP_CWORD-1]}} cur=; fi
  case $command,$prev in
)",
                                 joined_names(program));
  const Out out(text);
  std::string words;
  for (const Command& command : program.commands()) {
    fmt::format_to(std::back_inserter(words), "    {}) words='", command.name());
    for (const OptionView& option : command.options()) {
      append_bash_values(command.name(), option, out);
      fmt::format_to(std::back_inserter(words), "{} ", fmt::join(option.names, " "));
    }
    words += "' ;;\n";
  }
  fmt::format_to(out, R"(  esac
  local words='{} --help --version --config'
  case $command in
{}  esac
  if [[ $cur == -* || -z $command ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  else
    COMPREPLY=($(compgen -f -- "$cur"))
  fi
}}
complete -o filenames -o bashdefault -F _calque calque
)",
                 joined_names(program), words);
  return text;
}

std::string zsh_completion(const Program& program) {
  std::string text = R"(#compdef calque
_calque() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C '(- *)--help[Print help]' '(- *)--version[Print the version]' '--config[Options from FILE]:FILE:_files' \
    '1:command:->command' '*::argument:->argument'
  case $state in
    command)
      local -a commands=()";
  const Out out(text);
  for (const Command& command : program.commands()) {
    fmt::format_to(out, "\n        '{}:{}'", command.name(), zsh_escaped(command.description()));
  }
  text += ")\n      _describe command commands ;;\n    argument)\n      case $line[1] in\n";
  for (const Command& command : program.commands()) {
    fmt::format_to(out, "      {}) _arguments -s", command.name());
    for (const OptionView& option : command.options()) append_zsh_option(option, out);
    text += " \\\n        '*:file:_files' ;;\n";
  }
  return text + "      esac ;;\n  esac\n}\n_calque \"$@\"\n";
}

std::string fish_completion(const Program& program) {
  std::string text = "# fish completion for calque\n";
  const Out out(text);
  const std::string names = joined_names(program);
  for (const Command& command : program.commands()) {
    fmt::format_to(out, "complete -c calque -f -n 'not __fish_seen_subcommand_from {}' -a {} -d {}\n", names,
                   command.name(), fish_quoted(command.description()));
  }
  for (const Command& command : program.commands()) {
    for (const OptionView& option : command.options()) append_fish_option(command.name(), option, out);
  }
  return text;
}

}  // namespace calque
