#include "cli/settings.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace calque {
namespace {

constexpr std::array<std::string_view, 2> kSectionMarks = {"++", "--"};  // with which CLI11 opens and closes a section

std::string from_environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::string() : value;
}

// "--max-fpr" -> "CALQUE_MAX_FPR"
std::string variable_of(const std::string& option) {
  std::string name = "CALQUE_" + option.substr(2);
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return c == '-' ? '_' : std::toupper(c); });
  return name;
}

// $XDG_CONFIG_HOME/calque/config.toml, as the XDG Base Directory Specification has it.
std::string usual_file() {
  std::string folder = from_environment("XDG_CONFIG_HOME");
  if (folder.empty()) {
    folder = from_environment("HOME");
    if (folder.empty()) return {};
    folder += "/.config";
  }
  return folder + "/calque/config.toml";
}

CLI::App* command_in(CLI::App& app, std::span<const char* const> arguments) {
  for (const std::string_view argument : arguments) {
    for (CLI::App* command : app.get_subcommands({})) {
      if (command->get_name() == argument) return command;
    }
  }
  return nullptr;
}

void read_environment(const std::vector<CLI::Option*>& options) {
  for (CLI::Option* option : options) {
    const std::string name = option->get_name();
    if (!name.starts_with("--") || name == "--help") continue;
    if (!from_environment(variable_of(name)).empty()) option->envname(variable_of(name));
  }
}

// Keeps the settings of a file that apply to one command and that the environment does not set.
class CommandConfig : public CLI::ConfigTOML {
 public:
  CommandConfig(const CLI::App& app, const CLI::App* command) : app_(app), command_(command) {}

  std::vector<CLI::ConfigItem> from_config(std::istream& input) const override {
    std::vector<CLI::ConfigItem> kept;
    for (CLI::ConfigItem& item : CLI::ConfigTOML::from_config(input)) {
      if (is_for_every_command(item)) item.parents = {command_ == nullptr ? std::string() : command_->get_name()};
      if (is_wanted(item)) kept.push_back(std::move(item));
    }
    return kept;
  }

 private:
  static const CLI::Option* option_of(const CLI::App& command, const CLI::ConfigItem& item) {
    return command.get_option_no_throw("--" + item.name);
  }

  bool is_for_every_command(const CLI::ConfigItem& item) const {
    if (!item.parents.empty() || std::ranges::count(kSectionMarks, item.name) > 0) return false;
    return std::ranges::any_of(commands(),
                               [&](const CLI::App* command) { return option_of(*command, item) != nullptr; });
  }

  // Skips settings for another command or without effect on this one. Keeps those that no command knows, so that they
  // become errors.
  bool is_wanted(const CLI::ConfigItem& item) const {
    if (item.parents.empty()) return true;
    const std::string& section = item.parents.front();
    if (command_ == nullptr || section != command_->get_name()) {
      return !section.empty() &&
             std::ranges::none_of(commands(), [&](const CLI::App* command) { return command->get_name() == section; });
    }
    if (std::ranges::count(kSectionMarks, item.name) > 0) return true;
    const CLI::Option* option = option_of(*command_, item);
    const bool is_others = option == nullptr && is_known(item);
    return !is_others && (option == nullptr || option->get_envname().empty());
  }

  // By a command, though perhaps not by this one.
  bool is_known(const CLI::ConfigItem& item) const {
    return std::ranges::any_of(commands(),
                               [&](const CLI::App* command) { return option_of(*command, item) != nullptr; });
  }

  std::vector<const CLI::App*> commands() const { return app_.get_subcommands({}); }

  const CLI::App& app_;
  const CLI::App* command_;
};

}  // namespace

void add_settings(CLI::App& app, int argc, const char* const* argv) {
  CLI::App* command = command_in(app, std::span(argv, static_cast<std::size_t>(argc)).subspan(1));
  if (command != nullptr) read_environment(command->get_options());
  app.config_formatter(std::make_shared<CommandConfig>(app, command));
  app.allow_config_extras(CLI::config_extras_mode::error);
  const std::string named = from_environment("CALQUE_CONFIG");  // CLI11 would look for it after it has read the file
  CLI::Option* config =
      app.set_config("--config", named.empty() ? usual_file() : named,
                     "Options from FILE, in TOML, in place of calque/config.toml in ~/.config", !named.empty());
  config->option_text("FILE");
  for (CLI::App* each : app.get_subcommands({})) each->fallthrough();  // --config behind the command, too
}

}  // namespace calque
