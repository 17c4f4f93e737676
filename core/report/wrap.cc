#include "report/wrap.h"

#include <algorithm>

namespace calque {
namespace {

// Combining marks have no width, so a line's width does not bound its cells; text of nothing else must not either.
constexpr std::size_t kMostCellsPerColumn = 8;

bool can_be_dropped(const Cell& cell) { return cell.glyph.is_space && cell.tag.empty(); }

}  // namespace

LineCutter::LineCutter(std::string_view text, Span stretch, unsigned width, std::span<const Tag> tags)
    : text_(text), at_(stretch.begin), end_(stretch.end), width_(width), tags_(tags) {}

Cell LineCutter::read_cell(std::uint32_t at) const {
  Cell cell{at, read_glyph(text_.substr(0, end_), at), {}};
  auto tag = std::upper_bound(tags_.begin(), tags_.end(), at,
                              [](std::uint32_t begin, const Tag& other) { return begin < other.end; });
  for (; tag != tags_.end() && tag->end <= at + cell.glyph.size; ++tag) cell.tag += tag->shown;
  return cell;
}

void LineCutter::skip_spaces() {
  while (at_ < end_) {
    const Cell cell = read_cell(at_);
    if (!can_be_dropped(cell)) return;
    at_ += cell.glyph.size;
  }
}

bool LineCutter::next(std::vector<Cell>& line) {
  line.clear();
  skip_spaces();
  unsigned used = 0;
  std::size_t break_at = 0;  // cells up to and with the last space
  while (at_ < end_) {
    Cell cell = read_cell(at_);
    const bool full = used + cell.columns() > width_ || line.size() >= width_ * kMostCellsPerColumn;
    if (full && !line.empty()) {
      if (!cell.glyph.is_space && break_at > 0) {
        at_ = line[break_at - 1].begin + line[break_at - 1].glyph.size;
        line.resize(break_at);
      }
      break;
    }
    used += cell.columns();
    at_ += cell.glyph.size;
    line.push_back(std::move(cell));
    if (line.back().glyph.is_space) break_at = line.size();
  }
  while (!line.empty() && can_be_dropped(line.back())) line.pop_back();
  return !line.empty();
}

void append_wrapped(std::string_view text, unsigned width, unsigned indent, std::string& out) {
  LineCutter lines(text, {0, static_cast<std::uint32_t>(text.size())}, width > indent ? width - indent : 1);
  for (std::vector<Cell> line; lines.next(line);) {
    out.append(indent, ' ');
    for (const Cell& cell : line) out += cell.glyph.shown;
    out += '\n';
  }
}

}  // namespace calque
