#include "feed/csv.h"

#include <algorithm>

#include "base/ascii.h"

namespace calque {
namespace {

constexpr std::size_t kMostNameBytes = 64;

bool is_name_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return is_ascii_letter(c) || is_digit(c) || byte >= 0x80 ||
         std::string_view(" _-.:").find(c) != std::string_view::npos;
}

bool is_name(std::string_view cell) {
  return !cell.empty() && cell.size() <= kMostNameBytes && std::ranges::all_of(cell, is_name_byte);
}

bool is_header(std::string_view line, char separator, std::string_view column) {
  std::vector<std::string_view> cells;
  split_row(line, separator, cells);
  bool found = false;
  for (const std::string_view cell : cells) {
    const std::string name = cell_text(cell);
    if (!is_name(name)) return false;
    found = found || equal_ignoring_case(name, column);
  }
  return found && cells.size() > 1;
}

// Where a quote at `at` inside a quoted cell leads: behind the spaces that follow it.
std::size_t after_quote(std::string_view line, std::size_t at) {
  return std::min(line.find_first_not_of(' ', at + 1), line.size());
}

// Walks over a quoted cell from `at`, behind its opening quote. Returns where its closing quote's cell ends (the
// separator or the end), or npos when it stays open.
std::size_t close_quote(std::string_view line, char separator, std::size_t at, bool& stray) {
  for (at = line.find('"', at); at != std::string_view::npos; at = line.find('"', at)) {
    if (at + 1 < line.size() && line[at + 1] == '"') {
      at += 2;
      continue;
    }
    const std::size_t after = after_quote(line, at);
    if (after == line.size() || line[after] == separator) return after;
    stray = true;
    ++at;
  }
  return at;
}

}  // namespace

char csv_separator(FeedFormat format, std::string_view header) {
  if (format == FeedFormat::kTsv) return '\t';
  return std::ranges::count(header, ';') > std::ranges::count(header, ',') ? ';' : ',';
}

std::optional<FeedFormat> csv_by_header(std::string_view line, std::string_view column) {
  if (is_header(line, '\t', column)) return FeedFormat::kTsv;
  if (is_header(line, csv_separator(FeedFormat::kCsv, line), column)) return FeedFormat::kCsv;
  return std::nullopt;
}

CsvQuotes scan_quotes(std::string_view line, char separator, bool open) {
  bool stray = false;
  for (std::size_t at = 0;;) {
    if (!open && at < line.size() && line[at] == '"') {
      open = true;
      ++at;
    }
    at = open ? close_quote(line, separator, at, stray) : line.find(separator, at);
    if (at == std::string_view::npos) return {open, stray};
    open = false;
    if (at == line.size()) return {false, stray};
    ++at;
  }
}

void split_row(std::string_view row, char separator, std::vector<std::string_view>& cells) {
  cells.clear();
  bool stray = false;
  for (std::size_t at = 0;;) {
    const bool quoted = at < row.size() && row[at] == '"';
    const std::size_t end =
        std::min(quoted ? close_quote(row, separator, at + 1, stray) : row.find(separator, at), row.size());
    cells.push_back(row.substr(at, end - at));
    if (end == row.size()) return;
    at = end + 1;
  }
}

void split_tsv_row(std::string_view row, std::size_t columns, std::vector<std::string_view>& cells) {
  if (static_cast<std::size_t>(std::ranges::count(row, '\t')) + 1 != columns) return split_row(row, '\t', cells);
  cells.clear();
  for (std::size_t at = 0; at <= row.size();) {
    const std::size_t end = std::min(row.find('\t', at), row.size());
    cells.push_back(row.substr(at, end - at));
    at = end + 1;
  }
}

std::string cell_text(std::string_view cell) {
  if (!cell.starts_with('"')) return std::string(cell);
  const std::size_t end = cell.find_last_not_of(' ');
  if (end == 0 || cell[end] != '"') return std::string(cell);
  std::string text;
  text.reserve(end);
  for (std::size_t at = 1; at < end; ++at) {
    text.push_back(cell[at]);
    at += cell[at] == '"' && at + 1 < end && cell[at + 1] == '"';
  }
  return text;
}

}  // namespace calque
