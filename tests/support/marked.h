// Test sentences with places in [brackets]: "left [the the] meeting".
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "calque/span.h"

namespace calque {

struct Marked {
  std::string text;  // without the brackets
  std::vector<Span> spans;
};

// A bracket in the text itself is doubled: "[[UNK]]" is the text "[UNK]" without a place.
inline Marked read_marked(std::string_view source) {
  Marked marked;
  bool is_open = false;
  for (std::size_t i = 0; i < source.size(); ++i) {
    char c = source[i];
    bool is_doubled = (c == '[' || c == ']') && i + 1 < source.size() && source[i + 1] == c;
    auto here = static_cast<std::uint32_t>(marked.text.size());
    if (is_doubled) {
      marked.text += source[i++];
    } else if (c == '[' || c == ']') {
      if ((c == '[') == is_open) throw std::invalid_argument("unbalanced brackets: " + std::string(source));
      is_open = !is_open;
      if (is_open) marked.spans.push_back({here, here});
      if (!is_open) marked.spans.back().end = here;
    } else {
      marked.text += c;
    }
  }
  if (is_open) throw std::invalid_argument("unbalanced brackets: " + std::string(source));
  return marked;
}

// The text with brackets around each span, to compare and to read.
inline std::string draw(std::string_view text, const std::vector<Span>& spans) {
  std::string drawn;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    for (const Span& span : spans) drawn += span.end == i ? "]" : "";
    for (const Span& span : spans) drawn += span.begin == i ? "[" : "";
    if (i < text.size()) drawn += text[i];
  }
  return drawn;
}

}  // namespace calque
