// SIGINT and SIGTERM as a request: what is under way is finished and written.
#pragma once

namespace calque {

// From here on the first signal is only noted; the second of its kind ends the program at once. One that is ignored, as
// nohup(1) and shells do for what runs in the background, stays so.
void catch_interrupts();

// The signal that came, or 0.
int interrupt_signal();

}  // namespace calque
