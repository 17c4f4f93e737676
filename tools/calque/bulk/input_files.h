// Names on the command line -> files.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calque/error.h"

namespace calque {

struct InputFiles {
  std::vector<std::string> names;
  std::vector<Error> errors;  // folders that cannot be read
};

// A folder stands for every file in it and below, by name, hidden ones (".x") apart; links to folders are not followed.
// A name with *, ? or [ that is no file is a pattern as in glob(7), for shells that expand none or lists too long for
// them. Any other name stands for itself.
InputFiles find_files(const std::vector<std::string>& names);

// How large the files are together; nothing where one is no regular file.
std::optional<std::uint64_t> total_bytes(std::span<const std::string> files);

}  // namespace calque
