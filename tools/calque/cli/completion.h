// calque completion and calque man: what shells and manual readers know of the options, made from their definitions.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace calque {

void add_completion(CLI::App& app, int& exit_code);
void add_man(CLI::App& app, int& exit_code);

// Scripts that complete commands, options, their values where these are words, and file names.
std::string bash_completion(const CLI::App& app);
std::string zsh_completion(const CLI::App& app);
std::string fish_completion(const CLI::App& app);

// calque(1), in the man macros (man(7)).
std::string manual_page(const CLI::App& app);

}  // namespace calque
