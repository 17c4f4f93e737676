// SIGINT and SIGTERM as a request to stop: articles that were read are still finished and written.
#pragma once

namespace calque {

// After this call the first signal is only noted; the second of its kind ends the program at once. A signal that is
// ignored, as under nohup(1) and in background jobs of a shell, stays ignored.
void catch_interrupts();

// The signal that came, or 0.
int interrupt_signal();

}  // namespace calque
