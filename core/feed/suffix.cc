#include "feed/suffix.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace calque {

std::string suffix_of(std::string_view path) {
  constexpr std::array<std::string_view, 8> kCompressed = {"gz", "gzip", "zst", "zstd", "xz", "bz2", "lz4", "br"};
  path.remove_prefix(path.find_last_of('/') + 1);
  for (;;) {
    const std::size_t dot = path.find_last_of('.');
    if (dot == std::string_view::npos || dot == 0) return {};
    std::string suffix(path.substr(dot + 1));
    std::ranges::transform(suffix, suffix.begin(), to_lower);
    if (std::ranges::find(kCompressed, suffix) == kCompressed.end()) return suffix;
    path = path.substr(0, dot);
  }
}

}  // namespace calque
