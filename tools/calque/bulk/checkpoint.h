// The progress of a run, kept in a small file beside its output, so that the same command can resume it.
//
// A checkpoint is written after whole batches. It says how many records of which input file are done and how long each
// output was then. To resume, the outputs are cut back to these lengths, which removes torn last records, and the done
// records are skipped without judging them. The outputs alone are not enough: rejected records leave no line there,
// and filter has three outputs. Neither is an offset to seek to: compressed files and standard input have none, and
// skipping is as fast as decompression. The outputs reach the disk before the checkpoint, and a checkpoint replaces the
// previous one atomically.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "bulk/position.h"
#include "bulk/tally.h"
#include "calque/error.h"

namespace calque {

// What must be the same to resume a run.
struct RunIdentity {
  std::string version;
  std::string model;
  std::string options;  // a hash of the options that change the output
  std::string inputs;   // a hash of the names and sizes of the files

  bool operator==(const RunIdentity&) const = default;
};

struct Checkpoint {
  RunIdentity run;
  Position position;
  std::vector<std::uint64_t> sizes;  // of the outputs
  Tally tally;
  bool failed = false;  // an error occurred that the exit code reports
  bool done = false;
  std::string note = {};  // what the command needs when it is resumed
};

// Nothing when there is no such file.
Expected<std::optional<Checkpoint>> read_checkpoint(const std::string& path);

// Replaces the file atomically.
Expected<void> write_checkpoint(const std::string& path, const Checkpoint& checkpoint);

// A hash of the names and sizes of the files.
std::string inputs_identity(const std::vector<std::string>& files);

}  // namespace calque
