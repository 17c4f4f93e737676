// Reads a column of text in Arrow's memory, without copies.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "arrow_abi.h"

namespace calque::python {

// The place and layout of the texts in a schema: string, large_string, string_view, a dictionary of one of these, or
// null. A schema with columns must have one of that name; any other schema is the column itself.
class TextColumn {
 public:
  // Throws std::invalid_argument that says what the schema has instead.
  TextColumn(const ArrowSchema& schema, const std::string& name);

  // The text in a row of an array of that schema; nothing if it is null. Valid as long as the array.
  std::optional<std::string_view> at(const ArrowArray& array, std::int64_t row) const;

 private:
  enum class Layout { kNull, kString, kLargeString, kStringView };

  static Layout layout_of(const ArrowSchema& schema, const std::string& name);
  std::optional<std::string_view> value(const ArrowArray& array, std::int64_t row) const;

  std::int64_t child_ = -1;  // -1: the array itself
  char index_format_ = 0;    // of a dictionary's indices; 0: no dictionary
  Layout layout_ = Layout::kNull;
};

}  // namespace calque::python
