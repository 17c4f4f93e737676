#include "feed/csv_parser.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "feed/csv.h"

namespace calque {
namespace {

std::string repaired(std::string_view bytes) {
  std::string text;
  append_repaired_utf8(bytes, text);
  return text;
}

}  // namespace

std::optional<std::size_t> CsvParser::find_column(const std::string& name) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (equal_ignoring_case(columns_[i], name)) return i;
  }
  return std::nullopt;
}

void CsvParser::read_header(const Record& record) {
  if (header_ == record.header) return;
  header_ = record.header;
  separator_ = csv_separator(record.format, *header_);
  split_row(*header_, separator_, cells_);
  columns_.clear();
  for (const std::string_view cell : cells_) columns_.emplace_back(trim(cell_text(cell)));
  text_ = find_column(fields_.text);
  id_ = find_column(fields_.id);
  url_ = find_column(fields_.url);
  title_ = find_column(fields_.title);
  date_ = find_column(fields_.date);
  group_ = find_column(fields_.group);
}

std::string CsvParser::no_text_column() const {
  constexpr std::size_t kMostNames = 12;
  constexpr std::size_t kMostBytes = 40;  // of one name
  std::string names;
  for (std::size_t i = 0; i < columns_.size() && i < kMostNames; ++i) {
    names.append(i > 0 ? ", \"" : "\"").append(repaired(std::string_view(columns_[i]).substr(0, kMostBytes)));
    names.append("\"");
  }
  if (columns_.size() > kMostNames) names.append(", ...");
  return "no column \"" + fields_.text + "\"; columns are: " + names + "; name the right one with --text-field";
}

std::string CsvParser::cell(std::optional<std::size_t> column) const {
  return column ? cell_text(cells_[*column]) : std::string();
}

tl::expected<Document, std::string> CsvParser::parse(const Record& record) {
  read_header(record);
  if (!text_) return tl::unexpected(no_text_column());
  if (record.format == FeedFormat::kTsv) {
    split_tsv_row(record.bytes, columns_.size(), cells_);
  } else {
    split_row(record.bytes, separator_, cells_);
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
