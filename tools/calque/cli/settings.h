// Where options come from besides the command line.
//
//   command line  over  environment  over  configuration file  over  default
//
// The environment has CALQUE_MAX_FPR for --max-fpr. The file is TOML: keys are options without their hyphens, those
// before the first [section] for every command that has them, those under [score] for score.
#pragma once

namespace CLI {
class App;
}

namespace calque {

// Adds --config and reads the environment for the command that the arguments name. To be called when all commands are
// there.
void add_settings(CLI::App& app, int argc, const char* const* argv);

}  // namespace calque
