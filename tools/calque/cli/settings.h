// Where options come from besides the command line.
//
//   command line  over  environment  over  configuration file  over  default
//
// In the environment, CALQUE_MAX_FPR stands for --max-fpr. The file is TOML: a key is an option without its leading
// hyphens. Keys before the first [section] apply to every command that has the option, keys under [score] to score
// only.
#pragma once

namespace CLI {
class App;
}

namespace calque {

// Adds --config and reads the environment for the command that the arguments name. Call it after all commands are
// added.
void add_settings(CLI::App& app, int argc, const char* const* argv);

}  // namespace calque
