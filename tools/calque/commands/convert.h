// calque convert: what the readers see, as JSONL.
#pragma once

namespace CLI {
class App;
}

namespace calque {

// Adds the subcommand; when it was given, `exit_code` is set.
void add_convert(CLI::App& app, int& exit_code);

}  // namespace calque
