// Where the articles come from that feeds are made of.
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

// Text beyond this is left unread: enough words to keep every table busy, and little enough to hold.
inline constexpr std::size_t kMostSourceBytes = std::size_t{128} << 20;

// Each input is a file, or a folder: its files, by name. *.txt is one article; anything else is JSONL, plain, gzip or
// zstd, with "text", or "sentences" as `calque evaluate` reads them. Lines without either, and articles with U+FFFD or
// control characters (which would make the articles mixed from them no text), are left out. Throws std::runtime_error
// for what cannot be read, and where nothing is left.
Sources read_sources(const std::vector<std::string>& inputs);

}  // namespace calque::bench
