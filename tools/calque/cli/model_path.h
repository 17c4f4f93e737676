// Finds the files installed with the program, and loads the model.
#pragma once

#include <string>

#include "calque/analyzer.h"
#include "cli/options.h"

namespace calque {

// The pack named by the options, else ../share/calque/en.calque beside the directory of the running program: where both
// the build and the installation put it.
Expected<Analyzer> load_analyzer(const ModelOptions& options);

// The path of a file that is kept beside that default pack.
std::string shared_file(const std::string& name);
// The path of the running program.
std::string program_path();

}  // namespace calque
