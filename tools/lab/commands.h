// The subcommands of calque-lab, a file each.
#pragma once

namespace CLI {
class App;
}

namespace calque::lab {

void add_train(CLI::App& app);
void add_mine(CLI::App& app);

}  // namespace calque::lab
