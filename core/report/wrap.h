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

// A finding's number, printed after the byte before `end`.
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

// Cuts a part of a text into lines, between words if possible. Line ends in the text count as spaces. Holds one line at
// a time. A glyph that is wider than `width` with its tags gets its own, longer line.
class LineCutter {
 public:
  // `tags` must be sorted by end. They and the text must outlive the cutter.
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
