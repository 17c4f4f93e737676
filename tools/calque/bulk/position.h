#pragma once

#include <cstdint>

namespace calque {

// How much of the input was read.
struct Position {
  std::uint64_t file = 0;      // files before it are done
  std::uint64_t records = 0;   // done in that file, selected or not
  std::uint64_t articles = 0;  // selected so far, for --limit
  std::uint64_t bytes = 0;     // read of all files, before decompression; only for the progress line
};

}  // namespace calque
