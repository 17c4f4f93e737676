// calque explain: one article, for a person.
#pragma once

namespace calque {

class Program;

void add_explain(Program& program);

}  // namespace calque
