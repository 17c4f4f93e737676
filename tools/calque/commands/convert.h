// calque convert: writes documents as JSONL, as the readers yield them.
#pragma once

namespace calque {

class Program;

void add_convert(Program& program);

}  // namespace calque
