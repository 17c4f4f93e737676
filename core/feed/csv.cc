#include "feed/csv.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "feed/cutter.h"

namespace calque {
namespace {

// The position after the spaces before a cell's opening quote; `at` itself if no quote follows.
std::size_t skip_spaces(std::string_view row, const CsvDialect& dialect, std::size_t at) {
  if (!dialect.has_spaces) return at;
  const std::size_t after = row.find_first_not_of(' ', at);
  return after != std::string_view::npos && row[after] == '"' ? after : at;
}

bool begins_quoted(std::string_view row, std::size_t at) { return at < row.size() && row[at] == '"'; }

// Scans a quoted cell from `at`, after its opening quote. Returns where the cell ends (the separator or the end), or
// npos if it stays open.
std::size_t close_quote(std::string_view line, const CsvDialect& dialect, std::size_t at, bool& stray) {
  const std::string_view marks = dialect.has_escapes ? "\"\\" : "\"";
  for (at = line.find_first_of(marks, at); at != std::string_view::npos; at = line.find_first_of(marks, at)) {
    const bool is_pair = line[at] == '\\' || (at + 1 < line.size() && line[at + 1] == '"');
    if (is_pair) {
      at += 2;
      continue;
    }
    const std::size_t after = std::min(line.find_first_not_of(' ', at + 1), line.size());
    if (after == line.size() || line[after] == dialect.separator) return after;
    stray = true;
    ++at;
  }
  return at;
}

std::string_view line_at(std::string_view text, std::size_t at) {
  return text.substr(at, text.find_first_of("\r\n", at) - at);
}

std::size_t after_line(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of("\r\n", std::min(text.find_first_of("\r\n", at), text.size())), text.size());
}

// The most frequent of the possible separators, outside quotes; the first of them if there are none.
char separator_of(std::string_view header) {
  constexpr std::array<char, 4> kSeparators = {',', ';', '|', '\t'};
  std::array<std::size_t, kSeparators.size()> counts{};
  bool quoted = false;
  for (const char c : header) {
    quoted = quoted != (c == '"');
    const auto which = std::ranges::find(kSeparators, c);
    if (!quoted && which != kSeparators.end()) ++counts[static_cast<std::size_t>(which - kSeparators.begin())];
  }
  return kSeparators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

// Every cell but the first has a space before it.
bool spaces_before_cells(std::string_view header, char separator) {
  std::size_t at = header.find(separator);
  if (at == std::string_view::npos) return false;
  for (; at != std::string_view::npos; at = header.find(separator, at + 1)) {
    if (at + 1 >= header.size() || header[at + 1] != ' ') return false;
  }
  return true;
}

// Whether a quote after a backslash does not close a cell, and no quote inside a cell is doubled: `""` alone is an
// empty cell, and `"C:\"` a cell that ends with a backslash.
bool escapes_quotes(std::string_view rows, char separator) {
  const auto is_edge = [&](std::size_t at) {
    return at >= rows.size() || rows[at] == separator || rows[at] == '\n' || rows[at] == '\r';
  };
  bool found = false;
  for (std::size_t at = rows.find('"'); at != std::string_view::npos; at = rows.find('"', at + 1)) {
    const bool is_escaped = at > 0 && rows[at - 1] == '\\' && !(at > 1 && rows[at - 2] == '\\');
    if (is_escaped) {
      found = found || !is_edge(at + 1);
    } else if (at + 1 < rows.size() && rows[at + 1] == '"') {
      if (!(at == 0 || is_edge(at - 1)) || !is_edge(at + 2)) return false;
      ++at;
    }
  }
  return found;
}

}  // namespace

std::optional<char> named_separator(std::string_view line) {
  line = trim(line, " \"\r\n");
  if (line.size() != 5 || !equal_ignoring_case(line.substr(0, 4), "sep=")) return std::nullopt;
  return line[4];
}

CsvDialect csv_dialect(FeedFormat format, std::string_view head) {
  CsvDialect dialect;
  std::size_t at = head.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0;
  at = std::min(head.find_first_not_of(kBlanks, at), head.size());
  const std::optional<char> named = named_separator(line_at(head, at));
  if (named) at = after_line(head, at);
  const std::string_view header = line_at(head, at);
  dialect.separator = format == FeedFormat::kTsv ? '\t' : named.value_or(separator_of(header));
  dialect.has_spaces = spaces_before_cells(header, dialect.separator);
  dialect.has_escapes = escapes_quotes(head.substr(after_line(head, at)), dialect.separator);
  return dialect;
}

CsvQuotes scan_quotes(std::string_view line, const CsvDialect& dialect, bool open) {
  bool stray = false;
  for (std::size_t at = 0;;) {
    if (!open) {
      at = skip_spaces(line, dialect, at);
      open = begins_quoted(line, at);
      at += open;
    }
    at = open ? close_quote(line, dialect, at, stray) : line.find(dialect.separator, at);
    if (at == std::string_view::npos) return {open, stray};
    open = false;
    if (at == line.size()) return {false, stray};
    ++at;
  }
}

void split_row(std::string_view row, const CsvDialect& dialect, std::vector<std::string_view>& cells) {
  cells.clear();
  bool stray = false;
  for (std::size_t at = 0;;) {
    at = skip_spaces(row, dialect, at);
    const bool quoted = begins_quoted(row, at);
    const std::size_t end =
        std::min(quoted ? close_quote(row, dialect, at + 1, stray) : row.find(dialect.separator, at), row.size());
    cells.push_back(row.substr(at, end - at));
    if (end == row.size()) return;
    at = end + 1;
  }
}

void split_tsv_row(std::string_view row, const CsvDialect& dialect, std::size_t columns,
                   std::vector<std::string_view>& cells) {
  if (static_cast<std::size_t>(std::ranges::count(row, '\t')) + 1 != columns) return split_row(row, dialect, cells);
  cells.clear();
  for (std::size_t at = 0; at <= row.size();) {
    const std::size_t end = std::min(row.find('\t', at), row.size());
    cells.push_back(row.substr(at, end - at));
    at = end + 1;
  }
}

std::string cell_text(std::string_view cell, const CsvDialect& dialect) {
  if (!cell.starts_with('"')) return std::string(dialect.has_spaces ? trim(cell, " ") : cell);
  const std::size_t end = cell.find_last_not_of(' ');
  if (end == 0 || cell[end] != '"') return std::string(cell);
  std::string text;
  text.reserve(end);
  for (std::size_t at = 1; at < end; ++at) {
    const char next = at + 1 < end ? cell[at + 1] : '\0';
    const bool is_escape = dialect.has_escapes && cell[at] == '\\' && (next == '"' || next == '\\');
    const bool is_doubled = cell[at] == '"' && next == '"';
    text.push_back(is_escape ? next : cell[at]);
    at += is_escape || is_doubled;
  }
  return text;
}

std::vector<std::string> column_names(std::string_view row, const CsvDialect& dialect) {
  std::vector<std::string_view> cells;
  split_row(row, dialect, cells);
  std::vector<std::string> names;
  names.reserve(cells.size());
  for (const std::string_view cell : cells) names.emplace_back(trim(cell_text(cell, dialect)));
  return names;
}

std::optional<std::size_t> find_column(const std::vector<std::string>& names, std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (equal_ignoring_case(names[i], name)) return i;
  }
  return std::nullopt;
}

std::string no_such_column(const std::vector<std::string>& names, const std::string& wanted) {
  constexpr std::size_t kMostNames = 12;
  constexpr std::size_t kMostBytes = 40;  // of one name
  std::string list;
  for (std::size_t i = 0; i < names.size() && i < kMostNames; ++i) {
    list.append(i > 0 ? ", \"" : "\"");
    append_repaired_utf8(std::string_view(names[i]).substr(0, kMostBytes), list);
    list.append("\"");
  }
  if (names.size() > kMostNames) list.append(", ...");
  return "no column \"" + wanted + "\"; columns are: " + list + "; name the right one with --text-field";
}

}  // namespace calque
