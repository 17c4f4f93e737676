// A program's commands and their options. This header hides CLI11, which takes seconds to compile in each file that
// includes it: only command.cc and settings.cc do.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace calque {

// Defines an option; each function returns the option itself. Values that break a rule below are usage errors.
class Option {
 public:
  explicit Option(CLI::Option& option) : option_(&option) {}

  Option& group(const std::string& heading);    // in the help
  Option& value_name(const std::string& name);  // "FILE"; empty: shows none
  Option& show_default();                       // the value at this moment
  Option& show_default(const std::string& text);
  Option& required();
  Option& words(const std::vector<std::string>& words);  // the value is one of these
  template <class Number>                                // double, unsigned or std::size_t
  Option& range(Number least, Number most);
  Option& positive();
  Option& not_negative();
  Option& bytes(bool kilo_is_1000);                                // "16M"; K is 1000 or 1024
  Option& check(std::string (*problem)(const std::string& text));  // returns the problem; empty: none
  Option& needs(const Option& other);
  Option& excludes(const Option& other);
  Option& one_value();                 // for lists: one value each time the option is given
  Option& separated_by(char between);  // for lists: several values in one argument

 private:
  CLI::Option* option_;
};

// The definition of an option, for help texts and completion.
struct OptionView {
  std::vector<std::string> names;    // "-o", "--output"
  std::string value;                 // "FILE"; empty for a flag
  std::vector<std::string> choices;  // all allowed words; empty: any value
  bool is_file = false;              // the value names a file
  std::string standard;              // the default, if the help shows it
  std::string group;                 // the heading in the help
  std::string what;                  // the description
};

// A command of the program, which owns it. Copies refer to the same command.
class Command {
 public:
  Command(CLI::App& app, int& exit_code) : app_(&app), exit_code_(&exit_code) {}

  // `names` is "-o,--output", or "FILE" for a positional argument. A Value is a std::string, double, int, unsigned or
  // std::size_t, an std::optional of the first two, or a list of strings or unsigned numbers. It must live as long as
  // the program.
  template <class Value>
  Option option(const std::string& names, Value& value, const std::string& what);
  // Calls `take` with the text of the value.
  Option option(const std::string& names, const std::function<void(const std::string&)>& take, const std::string& what);
  Option flag(const std::string& names, bool& value, const std::string& what);
  Option existing(const std::string& name);

  void footer(const std::string& text);                // of its help
  void on_run(const std::function<int()>& run) const;  // `run` returns the exit code

  std::string name() const;
  std::string description() const;
  std::string footer() const;
  std::vector<OptionView> options() const;  // the visible options with hyphens
  bool is_given(const std::string& name) const;
  // The options that were given, with their values, in the order of definition.
  std::vector<std::pair<std::string, std::vector<std::string>>> given() const;

 private:
  CLI::App* app_;
  int* exit_code_;
};

class Program {
 public:
  Program(const std::string& name, const std::string& description, const std::string& version,
          const std::string& footer);
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program();

  Command add(const std::string& name, const std::string& description);
  Command whole();  // for a program without commands: what its own options are added to
  const std::vector<Command>& commands() const { return commands_; }
  std::string description() const;

  // Options may also come from the environment and a file (settings.h). Call it after all commands are added.
  void read_settings(int argc, const char* const* argv);
  // Reads the arguments and runs the command that they name. Returns its exit code. Prints help and usage errors, and
  // returns their exit codes.
  int run(int argc, const char* const* argv);

 private:
  std::unique_ptr<CLI::App> app_;
  std::vector<Command> commands_;
  int exit_code_ = 0;
};

}  // namespace calque
