// calque score: many articles, one line each.
#pragma once

namespace calque {

class Program;

void add_score(Program& program);

}  // namespace calque
