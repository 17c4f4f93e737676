#include "arrow_text.h"

#include <cstring>
#include <stdexcept>

namespace calque::python {
namespace {

bool is_null(const ArrowArray& array, std::int64_t slot) {
  if (array.null_count == 0 || array.n_buffers == 0 || !array.buffers[0]) return false;
  const auto* valid = static_cast<const std::uint8_t*>(array.buffers[0]);
  return ((valid[slot / 8] >> (slot % 8)) & 1) == 0;
}

template <class Number>
Number read(const void* buffer, std::int64_t index) {
  return static_cast<const Number*>(buffer)[index];
}

template <class Offset>
std::string_view slice(const ArrowArray& array, std::int64_t slot) {
  const auto begin = read<Offset>(array.buffers[1], slot);
  const auto end = read<Offset>(array.buffers[1], slot + 1);
  if (begin == end) return {};
  return {static_cast<const char*>(array.buffers[2]) + begin, static_cast<std::size_t>(end - begin)};
}

// 16 bytes: the length, then the text if it fits into 12, else its first 4 bytes, its buffer and its place there.
std::string_view view(const ArrowArray& array, std::int64_t slot) {
  constexpr std::int32_t kMostInline = 12;
  constexpr int kFirstData = 2;
  const char* at = static_cast<const char*>(array.buffers[1]) + slot * 16;
  std::int32_t parts[4];
  std::memcpy(parts, at, sizeof parts);
  const auto size = static_cast<std::size_t>(parts[0]);
  if (parts[0] <= kMostInline) return {at + sizeof parts[0], size};
  return {static_cast<const char*>(array.buffers[kFirstData + parts[2]]) + parts[3], size};
}

std::int64_t index_at(char format, const ArrowArray& array, std::int64_t slot) {
  const void* indices = array.buffers[1];
  switch (format) {
    case 'c':
      return read<std::int8_t>(indices, slot);
    case 'C':
      return read<std::uint8_t>(indices, slot);
    case 's':
      return read<std::int16_t>(indices, slot);
    case 'S':
      return read<std::uint16_t>(indices, slot);
    case 'i':
      return read<std::int32_t>(indices, slot);
    case 'I':
      return read<std::uint32_t>(indices, slot);
    default:
      return read<std::int64_t>(indices, slot);
  }
}

std::int64_t find_child(const ArrowSchema& schema, const std::string& name) {
  std::string names;
  for (std::int64_t i = 0; i < schema.n_children; ++i) {
    const char* child = schema.children[i]->name;
    if (child && name == child) return i;
    names += (i > 0 ? ", " : "") + std::string(child ? child : "");
  }
  throw std::invalid_argument("there is no column " + name + " among " + names);
}

}  // namespace

TextColumn::Layout TextColumn::layout_of(const ArrowSchema& schema, const std::string& name) {
  const std::string_view format = schema.format;
  if (format == "n") return Layout::kNull;
  if (format == "u") return Layout::kString;
  if (format == "U") return Layout::kLargeString;
  if (format == "vu") return Layout::kStringView;
  throw std::invalid_argument("column " + name + " holds no text: its Arrow format is " + schema.format);
}

TextColumn::TextColumn(const ArrowSchema& schema, const std::string& name) {
  const bool has_columns = std::string_view(schema.format) == "+s";
  if (has_columns) child_ = find_child(schema, name);
  const ArrowSchema& column = has_columns ? *schema.children[child_] : schema;
  if (column.dictionary) index_format_ = column.format[0];
  layout_ = layout_of(column.dictionary ? *column.dictionary : column, name);
}

std::optional<std::string_view> TextColumn::value(const ArrowArray& array, std::int64_t row) const {
  const std::int64_t slot = array.offset + row;
  if (layout_ == Layout::kNull || is_null(array, slot)) return std::nullopt;
  switch (layout_) {
    case Layout::kString:
      return slice<std::int32_t>(array, slot);
    case Layout::kLargeString:
      return slice<std::int64_t>(array, slot);
    default:
      return view(array, slot);
  }
}

std::optional<std::string_view> TextColumn::at(const ArrowArray& array, std::int64_t row) const {
  if (child_ >= 0 && is_null(array, array.offset + row)) return std::nullopt;
  const ArrowArray& column = child_ >= 0 ? *array.children[child_] : array;
  const std::int64_t inside = child_ >= 0 ? array.offset + row : row;
  if (index_format_ == 0) return value(column, inside);
  const std::int64_t slot = column.offset + inside;
  if (is_null(column, slot)) return std::nullopt;
  return value(*column.dictionary, index_at(index_format_, column, slot));
}

}  // namespace calque::python
