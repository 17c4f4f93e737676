#include "feed/csv_sniff.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "feed/csv.h"
#include "feed/cutter.h"

namespace calque {
namespace {

constexpr std::size_t kMostNameBytes = 64;
constexpr std::size_t kMostRows = 20;  // compared with the header

bool is_name_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return is_ascii_letter(c) || is_digit(c) || byte >= 0x80 ||
         std::string_view(" _-.:").find(c) != std::string_view::npos;
}

bool is_name(std::string_view cell) {
  return !cell.empty() && cell.size() <= kMostNameBytes && std::ranges::all_of(cell, is_name_byte);
}

bool is_identifier(std::string_view cell) { return is_name(cell) && cell.find(' ') == std::string_view::npos; }

std::string_view first_line(std::string_view text) { return text.substr(0, text.find_first_of("\r\n")); }

// Removes the first line from `rest` and returns it.
std::string_view take_line(std::string_view& rest, char line_end) {
  const std::size_t end = std::min(rest.find(line_end), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Whether rows follow the header and each has as many cells, in the given beginning of the file.
bool has_even_rows(std::string_view text, const CsvDialect& dialect, std::size_t columns, bool is_whole) {
  const char line_end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
  take_line(text, line_end);
  std::size_t rows = 0;
  std::vector<std::string_view> cells;
  while (!text.empty() && rows < kMostRows) {
    const std::string_view from = text;
    const std::string_view line = take_line(text, line_end);
    CsvQuotes quotes = scan_quotes(line, dialect, false);
    while (quotes.open && !text.empty()) quotes = scan_quotes(take_line(text, line_end), dialect, true);
    if (text.empty() && !is_whole) break;
    if (quotes.open) return false;
    if (is_blank(line)) continue;
    std::string_view row = from.substr(0, from.size() - text.size());
    row = row.substr(0, row.find_last_not_of("\r\n") + 1);
    split_row(row, dialect, cells);
    if (cells.size() != columns) return false;
    ++rows;
  }
  return rows > 0;
}

bool is_header(std::string_view text, const CsvDialect& dialect, bool is_whole, std::string_view column,
               std::string_view suffix) {
  const std::vector<std::string> names = column_names(first_line(text), dialect);
  const bool is_named = suffix == "csv" || suffix == "tsv" || suffix == "tab" || suffix == "psv";
  if (!std::ranges::all_of(names, is_name)) return false;
  if (find_column(names, column)) {
    const std::size_t next = text.find_first_not_of("\r\n", std::min(first_line(text).size(), text.size()));
    return names.size() > 1 || is_named || (next != std::string_view::npos && text[next] == '"');
  }
  if (is_named) return true;
  return names.size() > 1 && std::ranges::all_of(names, is_identifier) &&
         has_even_rows(text, dialect, names.size(), is_whole);
}

}  // namespace

bool looks_like_rows(std::string_view text, bool is_whole) {
  const CsvDialect dialect = csv_dialect(FeedFormat::kCsv, text);
  std::vector<std::string_view> cells;
  split_row(text.substr(0, text.find('\n')), dialect, cells);
  const bool has_quotes = std::ranges::any_of(cells, [](std::string_view cell) { return cell.starts_with('"'); });
  const std::string with_header = "header\n" + std::string(text);
  return has_quotes && cells.size() > 1 && std::ranges::count(text, '\n') > 1 &&
         has_even_rows(with_header, dialect, cells.size(), is_whole);
}

std::optional<FeedFormat> sniff_csv(std::string_view text, bool is_whole, std::string_view column,
                                    std::string_view suffix) {
  if (named_separator(first_line(text))) return FeedFormat::kCsv;
  const CsvDialect dialect = csv_dialect(FeedFormat::kCsv, text);
  if (!is_header(text, dialect, is_whole, column, suffix)) return std::nullopt;
  return dialect.separator == '\t' ? FeedFormat::kTsv : FeedFormat::kCsv;
}

}  // namespace calque
