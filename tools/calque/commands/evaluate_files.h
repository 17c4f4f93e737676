// The files that an evaluation reads and writes. What goes wrong is thrown as Failure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "calque/document.h"
#include "evaluate/report.h"

namespace calque {

// Without its folder, so that a report does not depend on where the data lay.
std::string base_name(const std::string& path);

// Files of labelled articles, and what a report says of them.
struct LabelledInputs {
  std::vector<std::string> files;
  std::vector<evaluate::InputFile> listed;  // one for each file

  // The place in both lists of the file that a record came from.
  std::uint32_t number_of(const Origin& origin) const;
};

// All files that `names` lead to, each once. `output` may be none of them.
LabelledInputs find_labelled(const std::vector<std::string>& names, const std::string& output);

}  // namespace calque
