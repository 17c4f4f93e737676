// calque detectors: what is looked for, and how often it is found.
#pragma once

namespace CLI {
class App;
}

namespace calque {

// Adds the subcommand; when it was given, `exit_code` is set.
void add_detectors(CLI::App& app, int& exit_code);

}  // namespace calque
