#pragma once

#include <cstdint>

namespace calque {

// How far reading is.
struct Position {
  std::uint64_t file = 0;      // files before it are done
  std::uint64_t records = 0;   // of that file, those that are done, taken or not
  std::uint64_t articles = 0;  // taken so far, for --limit
  std::uint64_t bytes = 0;     // read of all files, as they lie on the disk; only to be shown
};

}  // namespace calque
