// calque filter: writes the records that pass, unchanged.
#pragma once

namespace calque {

class Program;

void add_filter(Program& program);

}  // namespace calque
