#pragma once

namespace calque {

class Program;

// `calque evaluate`: labelled articles in, a report out. Its exit code goes to `exit_code`.
void add_evaluate(Program& program);

}  // namespace calque
