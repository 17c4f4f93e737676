// CSV and TSV as people write them: RFC 4180, quotes that were not doubled, tabs without quotes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calque/document.h"

namespace calque {

// What separates the cells: a tab for kTsv; for kCsv a comma, or a semicolon where the header has more of those.
char csv_separator(FeedFormat format, std::string_view header);

// kCsv or kTsv when `line` can only be meant as a header row: two or more short cells of letters, digits, blanks and
// "_-.:", one of them `column` in any case of letters.
std::optional<FeedFormat> csv_by_header(std::string_view line, std::string_view column);

// Where the quotes stand after a line.
struct CsvQuotes {
  bool open = false;   // a quoted cell goes on in the next line
  bool stray = false;  // a quote stood in a quoted cell that neither was doubled nor closed it
};

// `open`: whether the line begins inside a quoted cell. A quote closes a cell when the separator or the line's end
// follows, spaces apart; else it is taken for a part of the text.
CsvQuotes scan_quotes(std::string_view line, char separator, bool open);

// The cells of a row, still in their quotes.
void split_row(std::string_view row, char separator, std::vector<std::string_view>& cells);
// The cells of a row of a TSV file: those between tabs when there are `columns` of them, whatever quotes they hold.
void split_tsv_row(std::string_view row, std::size_t columns, std::vector<std::string_view>& cells);

// What a cell holds: without its quotes, doubled ones made single.
std::string cell_text(std::string_view cell);

}  // namespace calque
