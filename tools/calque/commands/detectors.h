// calque detectors: lists the detectors, with examples and rates.
#pragma once

namespace calque {

class Program;

void add_detectors(Program& program);

}  // namespace calque
