// What there is to know of an option, as CLI11 keeps it.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace calque {

struct OptionView {
  std::vector<std::string> names;    // "-o", "--output"
  std::string value;                 // "FILE"; empty for a flag
  std::vector<std::string> choices;  // the words that it may be, if these are all
  bool is_file = false;              // the value names a file
  std::string standard;              // the value without it, where that is said
  std::string group;                 // the heading in the help
  std::string what;                  // the description
};

std::vector<OptionView> options_of(const CLI::App& command);

// The commands that are shown, in their order.
std::vector<const CLI::App*> commands_of(const CLI::App& app);

}  // namespace calque
