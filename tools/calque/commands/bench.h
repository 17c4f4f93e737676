#pragma once

namespace CLI {
class App;
}

namespace calque {

// `calque bench`: how fast, and where the time goes. Its exit code goes to `exit_code`.
void add_bench(CLI::App& app, int& exit_code);

}  // namespace calque
