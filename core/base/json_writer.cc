#include "base/json_writer.h"

#include "base/json_text.h"

namespace calque {

void JsonWriter::separate() {
  if (std::exchange(is_after_key_, false) || depth_ == 0) return;
  const bool is_first = std::exchange(is_first_, false);
  if (!is_first) out_ += ',';
  if (breaks_lines_) {
    end_line();
  } else if (is_spaced_ && !is_first) {
    out_ += ' ';
  }
}

void JsonWriter::end_line() {
  out_ += '\n';
  out_.append(2 * depth_, ' ');
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_json_string(name, out_);
  out_ += ':';
  if (is_spaced_) out_ += ' ';
  is_after_key_ = true;
  return *this;
}

void JsonWriter::string(std::string_view text) {
  separate();
  append_json_string(text, out_);
}

void JsonWriter::string_or_null(std::string_view text) {
  if (text.empty()) return null();
  string(text);
}

void JsonWriter::integer(std::uint64_t value) {
  separate();
  append_json_integer(value, out_);
}

void JsonWriter::number(std::optional<double> value, int decimals) {
  separate();
  append_json_decimal(value, decimals, out_);
}

void JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
}

void JsonWriter::numbers(std::span<const double> values) {
  array_on_one_line([&] {
    for (const double value : values) number(value);
  });
}

}  // namespace calque
