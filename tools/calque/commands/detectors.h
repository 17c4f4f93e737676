// calque detectors: what is looked for, and how often it is found.
#pragma once

namespace calque {

class Program;

void add_detectors(Program& program);

}  // namespace calque
