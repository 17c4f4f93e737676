#pragma once

#include <string>
#include <vector>

#include "cli/options.h"

namespace calque {

struct FindingsOptions {
  std::vector<std::string> inputs;
  std::vector<std::string> mucow;
  ModelOptions model;
  unsigned threads = 1;
  std::string format;  // "markdown" or "json"
  std::string output;
  bool quiet = false;
};

// `calque evaluate --findings`. Returns the exit code; throws Failure or std::runtime_error if it cannot continue.
int evaluate_findings(const FindingsOptions& options);

}  // namespace calque
