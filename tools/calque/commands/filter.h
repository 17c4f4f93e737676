// calque filter: the records that are good enough, as they stood.
#pragma once

namespace calque {

class Program;

void add_filter(Program& program);

}  // namespace calque
