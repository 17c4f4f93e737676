// Text as a terminal shows it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace calque {

// One code point. White space of any kind becomes a space; control, direction and other invisible characters, which a
// terminal would obey, are shown as escapes (\x1b, \u202e); bytes that are not UTF-8 become U+FFFD.
struct Glyph {
  std::string shown;
  unsigned columns = 1;    // 0 combining, 2 East Asian wide
  std::uint32_t size = 1;  // bytes of the text that it stands for
  bool is_space = false;
};

// The glyph at byte `at`, which must be inside `text`.
Glyph read_glyph(std::string_view text, std::size_t at);

std::string screen_text(std::string_view text);
unsigned screen_columns(std::string_view text);
// screen_text, shortened to `columns` columns with an ellipsis, or padded with spaces.
std::string screen_cell(std::string_view text, unsigned columns);

// Select Graphic Rendition sequences; all empty without colour.
struct Palette {
  explicit Palette(bool color);
  std::string_view reset, bold, dim, minor, major, good, bad;
};

}  // namespace calque
