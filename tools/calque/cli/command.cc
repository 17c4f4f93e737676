#include "cli/command.h"

#include <CLI/CLI.hpp>
#include <cstddef>
#include <optional>

#include "cli/exit_code.h"
#include "cli/settings.h"

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

Option& Option::group(const std::string& heading) { return option_->group(heading), *this; }
Option& Option::value_name(const std::string& name) { return option_->type_name(name), *this; }
Option& Option::show_default() { return option_->capture_default_str(), *this; }
Option& Option::show_default(const std::string& text) { return option_->default_str(text), *this; }
Option& Option::required() { return option_->required(), *this; }
Option& Option::words(const std::vector<std::string>& words) { return option_->check(CLI::IsMember(words)), *this; }
Option& Option::positive() { return option_->check(CLI::PositiveNumber), *this; }
Option& Option::not_negative() { return option_->check(CLI::NonNegativeNumber), *this; }
Option& Option::bytes(bool kilo_is_1000) { return option_->transform(CLI::AsSizeValue(kilo_is_1000)), *this; }
Option& Option::check(std::string (*problem)(const std::string&)) { return option_->check(problem), *this; }
Option& Option::needs(const Option& other) { return option_->needs(other.option_), *this; }
Option& Option::excludes(const Option& other) { return option_->excludes(other.option_), *this; }
Option& Option::one_value() { return option_->allow_extra_args(false), *this; }
Option& Option::separated_by(char between) { return option_->delimiter(between), *this; }

template <class Number>
Option& Option::range(Number least, Number most) {
  return option_->check(CLI::Range(least, most)), *this;
}
template Option& Option::range(double, double);
template Option& Option::range(unsigned, unsigned);
template Option& Option::range(std::size_t, std::size_t);

template <class Value>
Option Command::option(const std::string& names, Value& value, const std::string& what) {
  return Option(*app_->add_option(names, value, what));
}
template Option Command::option(const std::string&, std::string&, const std::string&);
template Option Command::option(const std::string&, double&, const std::string&);
template Option Command::option(const std::string&, int&, const std::string&);
template Option Command::option(const std::string&, unsigned&, const std::string&);
template Option Command::option(const std::string&, std::size_t&, const std::string&);
template Option Command::option(const std::string&, std::optional<std::string>&, const std::string&);
template Option Command::option(const std::string&, std::optional<double>&, const std::string&);
template Option Command::option(const std::string&, std::vector<std::string>&, const std::string&);
template Option Command::option(const std::string&, std::vector<unsigned>&, const std::string&);

Option Command::option(const std::string& names, const std::function<void(const std::string&)>& take,
                       const std::string& what) {
  return Option(*app_->add_option_function(names, take, what));
}

Option Command::flag(const std::string& names, bool& value, const std::string& what) {
  return Option(*app_->add_flag(names, value, what));
}

Option Command::existing(const std::string& name) { return Option(*app_->get_option(name)); }

void Command::footer(const std::string& text) { app_->footer(text); }

void Command::on_run(const std::function<int()>& run) const {
  app_->callback([run, code = exit_code_] { *code = run(); });
}

std::string Command::name() const { return app_->get_name(); }
std::string Command::description() const { return app_->get_description(); }
std::string Command::footer() const { return app_->get_footer(); }

std::vector<OptionView> Command::options() const {
  std::vector<OptionView> views;
  for (const CLI::Option* option : app_->get_options()) {
    if (!option->get_positional() && !option->get_group().empty()) views.push_back(view_of(*option));
  }
  return views;
}

bool Command::is_given(const std::string& name) const { return app_->count(name) > 0; }

std::vector<std::pair<std::string, std::vector<std::string>>> Command::given() const {
  std::vector<std::pair<std::string, std::vector<std::string>>> given;
  for (const CLI::Option* option : app_->get_options()) {
    if (option->count() > 0) given.emplace_back(option->get_name(), option->results());
  }
  return given;
}

Program::Program(const std::string& name, const std::string& description, const std::string& version,
                 const std::string& footer)
    : app_(std::make_unique<CLI::App>(description, name)) {
  app_->set_version_flag("--version", version);
  app_->require_subcommand(1);
  app_->footer(footer);
}

Program::~Program() = default;

Command Program::add(const std::string& name, const std::string& description) {
  return commands_.emplace_back(*app_->add_subcommand(name, description), exit_code_);
}

Command Program::whole() {
  app_->require_subcommand(0);
  return {*app_, exit_code_};
}

std::string Program::description() const { return app_->get_description(); }

void Program::read_settings(int argc, const char* const* argv) { add_settings(*app_, argc, argv); }

int Program::run(int argc, const char* const* argv) {
  exit_code_ = kDone;
  try {
    app_->parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app_->exit(error) == 0 ? kDone : kUsage;
  }
  return exit_code_;
}

}  // namespace calque
