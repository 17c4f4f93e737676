// A row of CSV or TSV -> its document.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calque/feed.h"

namespace calque {

// See RecordParser on CSV.
class CsvParser {
 public:
  explicit CsvParser(FieldNames fields) : fields_(std::move(fields)) {}

  tl::expected<Document, std::string> parse(const Record& record);

 private:
  void read_header(const Record& record);
  std::string cell(std::optional<std::size_t> column) const;

  FieldNames fields_;
  std::shared_ptr<const FileHeader> header_;  // of the file that the last record came from
  std::vector<std::string> columns_;
  std::optional<std::size_t> text_, id_, url_, title_, date_, group_;
  std::vector<std::string_view> cells_;  // of the record being parsed
};

}  // namespace calque
