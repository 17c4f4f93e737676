// Files of settings: read as options of a command, or refused with CLI11's errors.
#include "cli/settings.h"

#include <CLI/CLI.hpp>
#include <array>

#include "fuzz/target.h"

namespace calque::fuzz {

void run(std::string_view input) {
  const MemoryFile file(input);
  const std::string path = file.path();
  double max_fpr = 0;
  std::string text_field;
  bool is_quiet = false;
  CLI::App app;
  for (const char* name : {"score", "filter"}) {
    CLI::App* const command = app.add_subcommand(name);
    command->add_option("--max-fpr", max_fpr);
    command->add_option("--text-field", text_field);
    command->add_flag("--quiet", is_quiet);
  }
  const std::array<const char*, 4> arguments = {"calque", "score", "--config", path.c_str()};
  add_settings(app, static_cast<int>(arguments.size()), arguments.data());
  try {
    app.parse(static_cast<int>(arguments.size()), arguments.data());
  } catch (const CLI::Error&) {  // the command would report it to the user
  }
}

}  // namespace calque::fuzz
