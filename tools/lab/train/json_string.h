// Returns strings as JSON.
#pragma once

#include <string>
#include <string_view>

#include "base/json_text.h"

namespace calque::train {

// `text` in quotes, escaped.
inline std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(text, out);
  return out;
}

// An array of strings.
template <class Texts>
std::string json_strings(const Texts& texts) {
  std::string out;
  for (const std::string_view text : texts) out += (out.empty() ? "[" : ",") + json_string(text);
  return out.empty() ? "[]" : out + "]";
}

}  // namespace calque::train
