// The files that an evaluation reads and writes. Errors are thrown as Failure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "calque/document.h"
#include "evaluate/report.h"

namespace calque {

// The file's name without its folder, so that a report does not depend on the folder of the data.
std::string base_name(const std::string& path);

// Files of labelled articles, and their entries in a report.
struct LabelledInputs {
  std::vector<std::string> files;
  std::vector<evaluate::InputFile> listed;  // one for each file

  // The index, in both lists, of the record's file.
  std::uint32_t number_of(const Origin& origin) const;
};

// The files of `names`, which are files or folders, each once. Fails if `output` is one of them.
LabelledInputs find_labelled(const std::vector<std::string>& names, const std::string& output);

}  // namespace calque
