#pragma once

namespace calque {

// What the command's exit code says. Permanent: scripts depend on it.
enum ExitCode : int {
  kDone = 0,         // rejected lines are counted, not a failure: nothing stopped
  kUsage = 2,        // options or arguments that make no sense
  kInputOutput = 3,  // a file that cannot be read or written, or no memory; what could be done was done
  kModelFault = 4,   // the pack or classifier is missing or damaged
};

}  // namespace calque
