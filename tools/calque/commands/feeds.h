// `calque feeds`: which feeds are machine-translated.
#pragma once

namespace calque {

class Program;

void add_feeds(Program& program);

}  // namespace calque
