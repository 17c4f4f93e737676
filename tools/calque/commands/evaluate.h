#pragma once

namespace calque {

class Program;

// `calque evaluate`: reads labelled articles and writes a report.
void add_evaluate(Program& program);

}  // namespace calque
