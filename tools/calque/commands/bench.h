#pragma once

namespace calque {

class Program;

// `calque bench`: measures the speed and the time of each stage.
void add_bench(Program& program);

}  // namespace calque
