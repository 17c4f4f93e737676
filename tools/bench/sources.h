// Reads the articles that feeds are made from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace calque::bench {

struct Sources {
  std::vector<std::string> articles;
  std::vector<std::string> names;  // of the files, without their folders
  std::uint64_t bytes = 0;         // of the articles
  bool is_cut = false;             // there was more than kMostSourceBytes
};

// The most bytes of text that are read: enough words to use every table, and few enough for memory.
inline constexpr std::size_t kMostSourceBytes = std::size_t{128} << 20;

// Each input is a file or a folder, whose files are read in the order of their names. *.txt is one article; any other
// file is JSONL, compressed or not, with "text", or with "sentences" as for `calque evaluate`. Skips lines that have
// neither, and articles with U+FFFD or control characters, since articles made from these might not count as text.
// Throws std::runtime_error when an input cannot be read, or when no article is left.
Sources read_sources(const std::vector<std::string>& inputs);

}  // namespace calque::bench
