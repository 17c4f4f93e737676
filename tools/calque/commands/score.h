// calque score: many articles, one line each.
#pragma once

namespace CLI {
class App;
}

namespace calque {

// Adds the subcommand; when it was given, `exit_code` is set.
void add_score(CLI::App& app, int& exit_code);

}  // namespace calque
