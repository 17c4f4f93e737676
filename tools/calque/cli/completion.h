// Completion scripts for shells, made from the definitions of the options.
#pragma once

#include <string>

namespace calque {

class Program;

// Scripts that complete commands, options, their values where these are words, and file names.
std::string bash_completion(const Program& program);
std::string zsh_completion(const Program& program);
std::string fish_completion(const Program& program);

}  // namespace calque
