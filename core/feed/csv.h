// CSV and TSV as people write them: RFC 4180, quotes that were not doubled, tabs without quotes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calque/document.h"

namespace calque {

// How the file that begins with `head` writes its rows: the separator by a "sep=" line or the header, in which it is
// the most frequent of comma, semicolon, bar and tab; backslashes where they stand before quotes and no quote is
// doubled.
CsvDialect csv_dialect(FeedFormat format, std::string_view head);

// The separator that a line "sep=;" names, as Excel reads it; nothing when the line is another.
std::optional<char> named_separator(std::string_view line);

// Where the quotes stand after a line.
struct CsvQuotes {
  bool open = false;   // a quoted cell goes on in the next line
  bool stray = false;  // a quote stood in a quoted cell that neither was doubled nor closed it
};

// `open`: whether the line begins inside a quoted cell. A quote closes a cell when the separator or the line's end
// follows, spaces apart; else it is taken for a part of the text.
CsvQuotes scan_quotes(std::string_view line, const CsvDialect& dialect, bool open);

// The cells of a row, still in their quotes.
void split_row(std::string_view row, const CsvDialect& dialect, std::vector<std::string_view>& cells);
// The cells of a row of a TSV file: those between tabs when there are `columns` of them, whatever quotes they hold.
void split_tsv_row(std::string_view row, const CsvDialect& dialect, std::size_t columns,
                   std::vector<std::string_view>& cells);

// What a cell holds: without its quotes, doubled and escaped ones made single.
std::string cell_text(std::string_view cell, const CsvDialect& dialect);

// The names in a header row.
std::vector<std::string> column_names(std::string_view row, const CsvDialect& dialect);
// Where `name` stands among them, in any case of letters.
std::optional<std::size_t> find_column(const std::vector<std::string>& names, std::string_view name);
// Why there is no text, with the columns that there are.
std::string no_such_column(const std::vector<std::string>& names, const std::string& wanted);

}  // namespace calque
