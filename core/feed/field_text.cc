#include "feed/field_text.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <limits>

#include "base/ascii.h"
#include "base/utf8.h"

namespace calque {
namespace {

constexpr const char* kFallback = "windows-1252";

std::string converter_name(std::string_view charset) {
  std::string name(charset);
  std::ranges::transform(name, name.begin(), to_lower);
  const bool is_fallback = name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii";
  return is_fallback ? kFallback : name;
}

}  // namespace

std::string field_text(std::string_view bytes, std::string_view charset) {
  constexpr std::size_t kMost = std::numeric_limits<int>::max() / 4;
  if (!is_valid_utf8(bytes) && !charset.empty() && bytes.size() < kMost) {
    constexpr int kMostBytesOfOne = 4;
    std::string text(bytes.size() * kMostBytesOfOne, '\0');
    UErrorCode error = U_ZERO_ERROR;
    const int size = ucnv_convert("utf-8", converter_name(charset).c_str(), text.data(), static_cast<int>(text.size()),
                                  bytes.data(), static_cast<int>(bytes.size()), &error);
    text.resize(static_cast<std::size_t>(std::max(size, 0)));
    if (U_SUCCESS(error) && is_valid_utf8(text)) return text;
  }
  std::string text;
  append_repaired_utf8(bytes, text);
  return text;
}

}  // namespace calque
