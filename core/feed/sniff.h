// What a file holds, by its first bytes and its name.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "calque/document.h"

namespace calque {

// As much of a file as tells, at most: a longer first line is no header, a longer preamble no preamble.
inline constexpr std::size_t kSniffBytes = std::size_t{64} << 10;

// The beginning of a file, decompressed.
struct Beginning {
  std::string_view bytes;   // up to kSniffBytes
  bool is_whole = false;    // they are the file
  std::string_view path;    // its suffix counts where the bytes leave a doubt
  std::string_view column;  // what a CSV header must name
};

struct Sniffed {
  FeedFormat format = FeedFormat::kText;
  std::string refusal = {};  // why nothing can be read of it, in words that go on from "it is"; empty: it can
  std::string doubt = {};    // what else it looks like; empty: nothing
};

// Which end of UTF-16's units comes first, by its byte order mark or by where NULs stand; nothing: it is no UTF-16.
enum class Utf16 { kLittleEndian, kBigEndian };
std::optional<Utf16> utf16_of(std::string_view bytes);

// Whether the only line ends are carriage returns.
bool has_returns_only(std::string_view bytes);

// Whether `bytes` tell already, so that no more need be read: a pipe may not have more for a long time.
bool is_certain(std::string_view bytes);

// `bytes` are UTF-8 or another charset that ASCII is a part of. kText where nothing else is likely.
Sniffed sniff(const Beginning& beginning);

}  // namespace calque
