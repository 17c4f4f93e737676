// calque filter: the records that are good enough, as they stood.
#pragma once

namespace CLI {
class App;
}

namespace calque {

// Adds the subcommand; when it was given, `exit_code` is set.
void add_filter(CLI::App& app, int& exit_code);

}  // namespace calque
