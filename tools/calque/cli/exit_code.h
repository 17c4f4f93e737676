#pragma once

namespace calque {

// The command's exit codes. Permanent, because scripts depend on them.
enum ExitCode : int {
  kDone = 0,         // rejected lines are counted, not a failure: nothing stopped
  kUsage = 2,        // invalid options or arguments
  kInputOutput = 3,  // a file that cannot be read or written, or no memory; what could be done was done
  kModelFault = 4,   // the pack or classifier is missing or damaged
  // 130 and 143, as in shells: SIGINT or SIGTERM stopped the run after the articles already read.
  kInterrupted = 128,  // and the signal's number
};

}  // namespace calque
