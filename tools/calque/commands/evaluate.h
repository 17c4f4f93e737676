#pragma once

namespace CLI {
class App;
}

namespace calque {

// `calque evaluate`: labelled articles in, a report out. Its exit code goes to `exit_code`.
void add_evaluate(CLI::App& app, int& exit_code);

}  // namespace calque
