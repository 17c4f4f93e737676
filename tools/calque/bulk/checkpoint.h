// How far a run has come, kept in a small file beside its output, so that the same command goes on where it was
// stopped.
//
// After whole batches a checkpoint says how many records of which input file are done and how long each output was
// then. To go on is to cut the outputs back to these lengths, torn last records and all, and to read past those records
// without judging them. The outputs alone would not do: records that are rejected leave no line there, and filter has
// three of them. Nor would a place to seek to: compressed files and standard input have none, and reading past is as
// fast as decompression. Outputs are on the disk before the checkpoint is, and a checkpoint replaces the last one as a
// whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "bulk/position.h"
#include "bulk/tally.h"
#include "calque/error.h"

namespace calque {

// What must be the same for a run to go on.
struct RunIdentity {
  std::string version;
  std::string model;
  std::string options;  // a hash of those that change the output
  std::string inputs;   // a hash of the names and sizes of the files

  bool operator==(const RunIdentity&) const = default;
};

struct Checkpoint {
  RunIdentity run;
  Position position;
  std::vector<std::uint64_t> sizes;  // of the outputs
  Tally tally;
  bool failed = false;  // something went wrong that the exit code tells
  bool done = false;
  std::string note = {};  // what the command wants to know again
};

// Nothing when there is no such file.
Expected<std::optional<Checkpoint>> read_checkpoint(const std::string& path);

// In place of the one that is there, as a whole or not at all.
Expected<void> write_checkpoint(const std::string& path, const Checkpoint& checkpoint);

// A hash of the names of the files and how large they are.
std::string inputs_identity(const std::vector<std::string>& files);

}  // namespace calque
