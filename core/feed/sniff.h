// Detects a file's format from its first bytes and its name.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "calque/document.h"

namespace calque {

// The most that is read to detect the format: a longer first line is not a header, a longer preamble not a preamble.
inline constexpr std::size_t kSniffBytes = std::size_t{64} << 10;

// The beginning of a file, decompressed.
struct Beginning {
  std::string_view bytes;   // up to kSniffBytes
  bool is_whole = false;    // they are the file
  std::string_view path;    // its suffix counts if the bytes leave a doubt
  std::string_view column;  // a column of the CSV header
};

struct Sniffed {
  FeedFormat format = FeedFormat::kText;
  std::string refusal = {};  // why it cannot be read, to complete "it is"; empty: it can
  std::string doubt = {};    // what else it may be; empty: nothing
};

// The byte order of UTF-16, by its byte order mark or the places of NULs; nothing: not UTF-16.
enum class Utf16 { kLittleEndian, kBigEndian };
std::optional<Utf16> utf16_of(std::string_view bytes);

// Whether the only line ends are carriage returns.
bool has_returns_only(std::string_view bytes);

// Whether `bytes` already decide the format, so that no more need be read: a pipe may have no more for a long time.
bool is_certain(std::string_view bytes);

// The bytes must be UTF-8 or another superset of ASCII. kText if nothing else is likely.
Sniffed sniff(const Beginning& beginning);

}  // namespace calque
