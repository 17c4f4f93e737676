#include "report/marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/screen.h"
#include "report/wrap.h"

namespace calque {
namespace {

constexpr std::string_view kBoilerplatePrefix = "~ ";

struct Column {
  unsigned begin, end;
};

// A finding with an empty span is drawn on the character after it.
Span drawn(const Finding& finding) { return {finding.span.begin, std::max(finding.span.end, finding.span.begin + 1)}; }

// Draws block after block; remembers which findings reach into the current line, so that the whole is one pass.
class MarkedArticle {
 public:
  MarkedArticle(const Article& article, std::span<const Finding> findings, const TerminalOptions& options,
                std::string& out)
      : article_(article), findings_(findings), options_(options), palette_(options.color), out_(out) {
    if (options.color) collect_tags();
  }

  void append_block(const Block& block);

 private:
  void collect_tags();
  void update_active(Span line);
  const Finding* worst_at(std::uint32_t place) const;
  void append_colored(std::span<const Cell> line, std::string_view base);
  void append_plain(std::span<const Cell> line, std::string_view prefix);
  bool find_column(const Finding& finding, std::span<const Cell> line, Column& column) const;
  void append_markers(std::span<const Cell> line, std::size_t indent);

  const Article& article_;
  std::span<const Finding> findings_;
  const TerminalOptions& options_;
  Palette palette_;
  std::string& out_;
  std::vector<Tag> tags_;
  std::size_t next_ = 0;             // the first finding that begins after the lines so far
  std::vector<std::size_t> active_;  // findings that reach into the current line
};

void MarkedArticle::collect_tags() {
  for (std::size_t i = 0; i < findings_.size(); ++i) {
    tags_.push_back({drawn(findings_[i]).end, fmt::format("[{}]", i + 1)});
  }
  std::stable_sort(tags_.begin(), tags_.end(), [](auto& left, auto& right) { return left.end < right.end; });
}

void MarkedArticle::update_active(Span line) {
  while (next_ < findings_.size() && findings_[next_].span.begin < line.end) active_.push_back(next_++);
  std::erase_if(active_, [&](std::size_t i) { return drawn(findings_[i]).end <= line.begin; });
}

const Finding* MarkedArticle::worst_at(std::uint32_t place) const {
  const Finding* worst = nullptr;
  for (const std::size_t i : active_) {
    const Finding& finding = findings_[i];
    if (!drawn(finding).contains({place, place + 1})) continue;
    if (worst == nullptr || finding.severity > worst->severity) worst = &finding;
  }
  return worst;
}

void MarkedArticle::append_colored(std::span<const Cell> line, std::string_view base) {
  std::string_view style = base;
  out_ += base;
  for (const Cell& cell : line) {
    const Finding* finding = worst_at(cell.begin);
    const std::string_view wanted = finding == nullptr                      ? base
                                    : finding->severity == Severity::kMajor ? palette_.major
                                                                            : palette_.minor;
    if (wanted != style) fmt::format_to(std::back_inserter(out_), "{}{}", palette_.reset, wanted);
    style = wanted;
    out_ += cell.glyph.shown;
    if (cell.tag.empty()) continue;
    fmt::format_to(std::back_inserter(out_), "{}{}{}", palette_.reset, palette_.bold, cell.tag);
    style = palette_.bold;
  }
  if (!style.empty()) out_ += palette_.reset;
  out_ += '\n';
}

// The columns of `line` that the finding covers; false when it covers none.
bool MarkedArticle::find_column(const Finding& finding, std::span<const Cell> line, Column& column) const {
  const Span span = drawn(finding);
  unsigned at = 0;
  bool found = false;
  for (const Cell& cell : line) {
    if (span.overlaps({cell.begin, cell.begin + cell.glyph.size})) {
      if (!found) column.begin = at;
      column.end = at + cell.columns();
      found = true;
    }
    at += cell.columns();
  }
  return found && column.end > column.begin;
}

void MarkedArticle::append_markers(std::span<const Cell> line, std::size_t indent) {
  std::vector<std::string> rows;
  for (const std::size_t i : active_) {
    Column column{};
    if (!find_column(findings_[i], line, column)) continue;
    auto row =
        std::find_if(rows.begin(), rows.end(), [&](auto& other) { return other.size() < indent + column.begin; });
    if (row == rows.end()) row = rows.emplace(rows.end());
    row->append(indent + column.begin - row->size(), ' ');
    row->append(column.end - column.begin, '^');
    *row += fmt::format(" {}", i + 1);
  }
  for (const std::string& row : rows) {
    out_ += row;
    out_ += '\n';
  }
}

void MarkedArticle::append_plain(std::span<const Cell> line, std::string_view prefix) {
  out_ += prefix;
  for (const Cell& cell : line) out_ += cell.glyph.shown;
  out_ += '\n';
  append_markers(line, prefix.size());
}

void MarkedArticle::append_block(const Block& block) {
  const bool boilerplate = block.kind == BlockKind::kBoilerplate;
  const std::string_view prefix = boilerplate ? kBoilerplatePrefix : "";
  // Without colour the numbers stand beside the marks and may reach over the end of the text.
  const std::size_t number = options_.color ? 0 : fmt::formatted_size(" {}", findings_.size());
  const auto width = static_cast<unsigned>(options_.width - prefix.size() - number);
  LineCutter lines(article_.text, block.span, width, tags_);
  for (std::vector<Cell> line; lines.next(line);) {
    update_active({line.front().begin, line.back().begin + line.back().glyph.size});
    if (options_.color) {
      fmt::format_to(std::back_inserter(out_), "{}{}", boilerplate ? palette_.dim : "", prefix);
      append_colored(line, boilerplate ? palette_.dim : "");
    } else {
      append_plain(line, prefix);
    }
  }
}

}  // namespace

void append_marked_article(const Article& article, std::span<const Finding> findings, const TerminalOptions& options,
                           std::string& out) {
  MarkedArticle marked(article, findings, options, out);
  const Palette palette(options.color);
  const Block* previous = nullptr;
  for (const Block& block : article.blocks) {
    const bool boilerplate = block.kind == BlockKind::kBoilerplate;
    const bool goes_on = boilerplate && previous != nullptr && previous->kind == BlockKind::kBoilerplate;
    if (previous != nullptr && !goes_on) out += '\n';
    if (boilerplate && !goes_on) {
      fmt::format_to(std::back_inserter(out), "{}{}", palette.dim, kBoilerplatePrefix);
      fmt::format_to(std::back_inserter(out), "left out of the score:{}\n", palette.reset);
    }
    marked.append_block(block);
    previous = &block;
  }
}

}  // namespace calque
