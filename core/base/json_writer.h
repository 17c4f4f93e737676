// Writes JSON to the end of a string, in order. Adds commas, blanks and line ends; keys keep the order of the calls.
// Allocates only room in the string.
//
//   JsonLayout::kCompact                         kIndented, with "span" on_one_line
//   {"id":"a-1","span":{"begin":0,"end":4}}      {
//                                                  "id": "a-1",
//                                                  "span": {"begin": 0, "end": 4}
//                                                }
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace calque {

enum class JsonLayout {
  kCompact,   // no blanks and no line ends: a record of a feed
  kIndented,  // an entry a line: a report that people may read
};

class JsonWriter {
 public:
  // Appends to `out`, which must not be changed otherwise meanwhile.
  explicit JsonWriter(std::string& out, JsonLayout layout = JsonLayout::kCompact)
      : out_(out), is_spaced_(layout == JsonLayout::kIndented), breaks_lines_(is_spaced_) {}

  // `fill` writes the content of the object, where each value follows its key(), or of the array.
  template <class Fill>
  void object(Fill&& fill) {
    nest("{}", breaks_lines_, fill);
  }
  template <class Fill>
  void array(Fill&& fill) {
    nest("[]", breaks_lines_, fill);
  }
  // The same without line ends in any layout.
  template <class Fill>
  void object_on_one_line(Fill&& fill) {
    nest("{}", false, fill);
  }
  template <class Fill>
  void array_on_one_line(Fill&& fill) {
    nest("[]", false, fill);
  }

  JsonWriter& key(std::string_view name);

  // Bytes that are not UTF-8 become U+FFFD.
  void string(std::string_view text);
  void string_or_null(std::string_view text);  // null when empty
  void integer(std::uint64_t value);
  // With exactly `decimals` digits after the point in any locale; null when absent or not finite.
  void number(std::optional<double> value, int decimals = kUsualDecimals);
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void null() { raw("null"); }
  // Appends a value that is already JSON.
  void raw(std::string_view json);

  // Arrays on one line.
  void numbers(std::span<const double> values);
  void numbers(std::initializer_list<double> values) { numbers(std::span(values.begin(), values.size())); }
  template <class Integers>
  void integers(const Integers& values) {
    array_on_one_line([&] {
      for (const std::uint64_t value : values) integer(value);
    });
  }
  template <class Strings>
  void strings(const Strings& values) {
    array_on_one_line([&] {
      for (const std::string_view value : values) string(value);
    });
  }

 private:
  static constexpr int kUsualDecimals = 4;

  template <class Fill>
  void nest(std::string_view brackets, bool breaks_lines, Fill& fill) {
    separate();
    out_ += brackets[0];
    ++depth_;
    is_first_ = true;
    const bool outer = std::exchange(breaks_lines_, breaks_lines);
    fill();
    --depth_;
    if (breaks_lines && !is_first_) end_line();
    breaks_lines_ = outer;
    is_first_ = false;
    out_ += brackets[1];
  }
  // Writes what comes before a key or a value.
  void separate();
  void end_line();

  std::string& out_;
  std::size_t depth_ = 0;
  bool is_spaced_;     // blanks after commas and colons
  bool breaks_lines_;  // in the innermost object or array
  bool is_first_ = true;
  bool is_after_key_ = false;
};

}  // namespace calque
