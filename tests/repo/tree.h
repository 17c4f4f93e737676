// Reads the source tree for these tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace calque::repo {

// Paths of the tree's files relative to the root, sorted: files that git does not ignore or, without git, all files
// outside build/ and .git/.
const std::vector<std::string>& files();

// The files under `folder` ("core/") whose names end with one of `endings` (".h").
std::vector<std::string> files_in(std::string_view folder, const std::vector<std::string_view>& endings);

// Whether the path is a file of the tree, or a folder that contains one.
bool is_in_tree(std::string_view path);

std::string read(const std::string& path);

// The lines of C++ source, with spaces in place of comments and literals.
std::vector<std::string> code_lines(std::string_view source);

// All matches of the first group of `pattern` in `text`.
std::vector<std::string> find_all(const std::string& text, const std::string& pattern);

}  // namespace calque::repo
