// `calque feeds`: which feeds are machine-translated.
#pragma once

namespace CLI {
class App;
}

namespace calque {

void add_feeds(CLI::App& app, int& exit_code);

}  // namespace calque
