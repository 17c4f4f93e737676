// Writing JSON that people may read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/json_text.h"

namespace calque::writing {

// Puts commas and line ends where they belong. What `fill` writes is inside the object or array.
class Json {
 public:
  template <class Fill>
  void object(Fill fill) {
    nest('{', '}', fill);
  }
  template <class Fill>
  void array(Fill fill) {
    nest('[', ']', fill);
  }
  Json& key(std::string_view name) {
    separate();
    append_json_string(name, out_);
    out_ += ": ";
    is_after_key_ = true;
    return *this;
  }
  void string(std::string_view text) {
    separate();
    append_json_string(text, out_);
  }
  void integer(std::uint64_t value) {
    separate();
    append_json_integer(value, out_);
  }
  void number(double value) {
    separate();
    append_json_decimal(value, kDecimals, out_);  // null when there is none
  }
  void boolean(bool value) {
    separate();
    out_ += value ? "true" : "false";
  }
  // Numbers on one line.
  void numbers(std::initializer_list<double> values) { numbers(std::span(values.begin(), values.size())); }
  void numbers(std::span<const double> values) {
    separate();
    out_ += '[';
    std::string_view comma;
    for (const double value : values) {
      out_ += comma;
      append_json_decimal(value, kDecimals, out_);
      comma = ", ";
    }
    out_ += ']';
  }
  std::string take() { return std::move(out_) + "\n"; }

 private:
  static constexpr int kDecimals = 4;

  void separate() {
    if (is_after_key_) {
      is_after_key_ = false;
      return;
    }
    if (depth_ == 0) return;
    if (!is_first_) out_ += ',';
    out_ += '\n';
    out_.append(2 * depth_, ' ');
    is_first_ = false;
  }
  template <class Fill>
  void nest(char open, char close, Fill fill) {
    separate();
    out_ += open;
    ++depth_;
    is_first_ = true;
    fill();
    --depth_;
    if (!is_first_) {
      out_ += '\n';
      out_.append(2 * depth_, ' ');
    }
    out_ += close;
    is_first_ = false;
  }

  std::string out_;
  std::size_t depth_ = 0;
  bool is_first_ = true;
  bool is_after_key_ = false;
};

}  // namespace calque::writing
