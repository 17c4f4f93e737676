#include "cli/option_view.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace calque {
namespace {

// "TEXT:{auto,always,never}" -> the three words.
std::vector<std::string> choices_in(const std::string& type) {
  const std::size_t begin = type.find(":{");
  if (begin == std::string::npos || type.back() != '}') return {};
  return CLI::detail::split(type.substr(begin + 2, type.size() - begin - 3), ',');
}

OptionView view_of(const CLI::Option& option) {
  OptionView view;
  for (const std::string& name : option.get_snames()) view.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) view.names.push_back("--" + name);
  if (option.get_items_expected_max() > 0) {
    const std::string type = option.get_type_name();
    view.choices = choices_in(type);
    view.value = type.substr(0, type.find_first_of(":= "));
    view.is_file = view.value == "FILE" || view.value == "PATH";
    view.standard = option.get_default_str();
  }
  view.group = option.get_group();
  view.what = option.get_description();
  return view;
}

}  // namespace

std::vector<OptionView> options_of(const CLI::App& command) {
  std::vector<OptionView> views;
  for (const CLI::Option* option : command.get_options()) {
    if (!option->get_positional() && !option->get_group().empty()) views.push_back(view_of(*option));
  }
  return views;
}

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  std::vector<const CLI::App*> commands = app.get_subcommands({});
  std::erase_if(commands, [](const CLI::App* command) { return command->get_group().empty(); });
  return commands;
}

}  // namespace calque
