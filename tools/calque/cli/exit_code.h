#pragma once

namespace calque {

// What the command's exit code says. Permanent: scripts depend on it.
enum ExitCode : int {
  kDone = 0,         // rejected lines are counted, not a failure: nothing stopped
  kUsage = 2,        // options or arguments that make no sense
  kInputOutput = 3,  // a file that cannot be read or written, or no memory; what could be done was done
  kModelFault = 4,   // the pack or classifier is missing or damaged
  // 130 and 143, as shells have it: SIGINT or SIGTERM came, and what was under way was finished.
  kInterrupted = 128,  // and the signal's number
};

}  // namespace calque
