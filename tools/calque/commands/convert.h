// calque convert: what the readers see, as JSONL.
#pragma once

namespace calque {

class Program;

void add_convert(Program& program);

}  // namespace calque
