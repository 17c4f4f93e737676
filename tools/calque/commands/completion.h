// calque completion and calque man: what a shell and a reader of manuals know of the commands.
#pragma once

namespace calque {

class Program;

// `program` must live as long as its commands.
void add_completion(Program& program);
void add_man(Program& program);

}  // namespace calque
