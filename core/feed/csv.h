// CSV and TSV as found in practice: RFC 4180, quotes that were not doubled, tabs without quotes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calque/document.h"

namespace calque {

// The dialect of the file that begins with `head`. The separator is given by a "sep=" line, or is the most frequent of
// comma, semicolon, bar and tab in the header. Backslashes escape if they precede quotes and no quote is doubled.
CsvDialect csv_dialect(FeedFormat format, std::string_view head);

// The separator named by a line such as "sep=;", as in Excel; nothing for other lines.
std::optional<char> named_separator(std::string_view line);

// The state of the quotes after a line.
struct CsvQuotes {
  bool open = false;   // a quoted cell continues in the next line
  bool stray = false;  // a quoted cell had a quote that was not doubled and did not close it
};

// `open`: whether the line begins inside a quoted cell. A quote closes a cell if the separator or the line's end
// follows, after spaces at most; otherwise it is part of the text.
CsvQuotes scan_quotes(std::string_view line, const CsvDialect& dialect, bool open);

// The cells of a row, still in their quotes.
void split_row(std::string_view row, const CsvDialect& dialect, std::vector<std::string_view>& cells);
// The cells of a row of a TSV file: if tabs alone give `columns` cells, those cells, and their quotes are ignored.
void split_tsv_row(std::string_view row, const CsvDialect& dialect, std::size_t columns,
                   std::vector<std::string_view>& cells);

// A cell's text: without the quotes around it, and with quotes in it unescaped.
std::string cell_text(std::string_view cell, const CsvDialect& dialect);

// The names in a header row.
std::vector<std::string> column_names(std::string_view row, const CsvDialect& dialect);
// The column called `name`, ignoring case.
std::optional<std::size_t> find_column(const std::vector<std::string>& names, std::string_view name);
// The message that the wanted column is missing, with the columns that there are.
std::string no_such_column(const std::vector<std::string>& names, const std::string& wanted);

}  // namespace calque
