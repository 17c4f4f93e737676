// calque explain: one article, for a person.
#pragma once

namespace CLI {
class App;
}

namespace calque {

// Adds the subcommand; when it was given, `exit_code` is set.
void add_explain(CLI::App& app, int& exit_code);

}  // namespace calque
