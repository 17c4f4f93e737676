#include "feed/csv_parser.h"

#include "base/utf8.h"
#include "feed/csv.h"
#include "feed/cutter.h"

namespace calque {
namespace {

std::string repaired(std::string_view bytes) {
  std::string text;
  append_repaired_utf8(bytes, text);
  return text;
}

// Concatenated files have more than one.
std::string_view without_mark(std::string_view row) {
  return row.starts_with(kUtf8Mark) ? row.substr(kUtf8Mark.size()) : row;
}

}  // namespace

void CsvParser::read_header(const Record& record) {
  if (header_ == record.header) return;
  header_ = record.header;
  columns_ = column_names(header_->row, header_->dialect);
  text_ = find_column(columns_, fields_.text);
  id_ = find_column(columns_, fields_.id);
  url_ = find_column(columns_, fields_.url);
  title_ = find_column(columns_, fields_.title);
  date_ = find_column(columns_, fields_.date);
  group_ = find_column(columns_, fields_.group);
}

std::string CsvParser::cell(std::optional<std::size_t> column) const {
  return column ? cell_text(cells_[*column], header_->dialect) : std::string();
}

tl::expected<Document, std::string> CsvParser::parse(const Record& record) {
  read_header(record);
  if (!text_) return tl::unexpected(no_such_column(columns_, fields_.text));
  const std::string_view row = without_mark(record.bytes);
  if (record.format == FeedFormat::kTsv) {
    split_tsv_row(row, header_->dialect, columns_.size(), cells_);
  } else {
    split_row(row, header_->dialect, cells_);
  }
  if (cells_.size() != columns_.size()) {
    return tl::unexpected("a row of " + std::to_string(cells_.size()) + " cells where the header has " +
                          std::to_string(columns_.size()));
  }
  Document document;
  document.bytes = cell(text_);
  document.id = repaired(cell(id_));
  document.url = repaired(cell(url_));
  document.title = repaired(cell(title_));
  document.date = repaired(cell(date_));
  document.group = repaired(cell(group_));
  return document;
}

}  // namespace calque
