// Lines of a given width.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calque/span.h"
#include "report/screen.h"

namespace calque {

// What is printed after the byte before `end`: the number of a finding.
struct Tag {
  std::uint32_t end;
  std::string shown;  // ASCII, "[12]"
};

struct Cell {
  std::uint32_t begin;  // byte offset into the text
  Glyph glyph;
  std::string tag;  // printed after the glyph

  unsigned columns() const { return glyph.columns + static_cast<unsigned>(tag.size()); }
};

// Cuts a stretch of text into lines, between words where it can. Line ends in the text count as spaces. Holds one line
// at a time. A glyph with its tags that is wider than `width` stands alone on a line that is too long.
class LineCutter {
 public:
  // `tags` are sorted by end, and outlive the cutter, as does the text.
  LineCutter(std::string_view text, Span stretch, unsigned width, std::span<const Tag> tags = {});

  // The next line's cells, or false at the end.
  bool next(std::vector<Cell>& line);

 private:
  Cell read_cell(std::uint32_t at) const;
  void skip_spaces();

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
  unsigned width_;
  std::span<const Tag> tags_;
};

// Appends `text` in lines of at most `width` columns, each after `indent` spaces.
void append_wrapped(std::string_view text, unsigned width, unsigned indent, std::string& out);

}  // namespace calque
