// The source tree as these tests read it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace calque::repo {

// Paths relative to the root, sorted: what git tracks or, where there is no git, what is there outside build/ and
// .git/.
const std::vector<std::string>& files();

// Those under `folder` ("core/") whose names end with one of `endings` (".h").
std::vector<std::string> files_in(std::string_view folder, const std::vector<std::string_view>& endings);

// Is it a file of the tree, or a folder that holds one?
bool is_in_tree(std::string_view path);

std::string read(const std::string& path);

// The lines of C++ source with comments and the insides of string literals blanked.
std::vector<std::string> code_lines(std::string_view source);

// Every match of `pattern`'s first group in `text`.
std::vector<std::string> find_all(const std::string& text, const std::string& pattern);

}  // namespace calque::repo
