#pragma once

namespace calque {

class Program;

// `calque bench`: how fast, and where the time goes. Its exit code goes to `exit_code`.
void add_bench(Program& program);

}  // namespace calque
