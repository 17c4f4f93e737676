// A column of text in Arrow's memory, read where it lies.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "arrow_abi.h"

namespace calque::python {

// Where in a schema the texts are, and how they are laid out: string, large_string, string_view, a dictionary of one of
// these, or null. A schema of columns needs one of the name; any other is the column itself.
class TextColumn {
 public:
  // Throws std::invalid_argument, which says what the schema has instead.
  TextColumn(const ArrowSchema& schema, const std::string& name);

  // The text in a row of an array of that schema; none where it is null. Valid as long as the array.
  std::optional<std::string_view> at(const ArrowArray& array, std::int64_t row) const;

 private:
  enum class Layout { kNull, kString, kLargeString, kStringView };

  static Layout layout_of(const ArrowSchema& schema, const std::string& name);
  std::optional<std::string_view> value(const ArrowArray& array, std::int64_t row) const;

  std::int64_t child_ = -1;  // -1: the array itself
  char index_format_ = 0;    // of a dictionary's indices; 0: there is none
  Layout layout_ = Layout::kNull;
};

}  // namespace calque::python
