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
  std::vector<Error> errors;  // for folders that cannot be read
};

// A folder stands for every file in it and below, by name, without hidden ones (".x"); links to folders are not
// followed. A name with *, ? or [ that is not a file is a pattern as in glob(7), for shells that do not expand patterns
// and for lists that are too long for a shell. Any other name is the name of a file.
InputFiles find_files(const std::vector<std::string>& names);

// The total size of the files; none if one is not a regular file.
std::optional<std::uint64_t> total_bytes(std::span<const std::string> files);

}  // namespace calque
