// calque completion and calque man: completion scripts and the manual page.
#pragma once

namespace calque {

class Program;

// `program` must live as long as its commands.
void add_completion(Program& program);
void add_man(Program& program);

}  // namespace calque
