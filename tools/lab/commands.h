// The subcommands of calque-lab, a file each.
#pragma once

namespace calque {
class Program;
}

namespace calque::lab {

void add_train(Program& program);
void add_mine(Program& program);

}  // namespace calque::lab
