// Where a JSON value ends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace calque {

// Scans one object or array, a piece at a time, while brackets, commas, colons and strings are in valid places. Does
// not check the characters of numbers and literals.
class JsonScanner {
 public:
  enum class State { kInside, kEnd, kBroken };

  // Takes the bytes at the front of `bytes` that belong to the value, and returns their number. Call restart() first
  // after kEnd and kBroken.
  std::size_t take(std::string_view bytes);
  State state() const { return state_; }
  // Ready for the next value, whose first byte is '{' or '['.
  void restart() { *this = JsonScanner(); }

  std::size_t depth() const { return open_.size(); }
  bool is_in_string() const { return in_string_; }
  // The next string, or the current one, is a key.
  bool is_at_key() const { return expected_ == Expected::kKey || expected_ == Expected::kKeyOrEnd; }

 private:
  enum class Expected { kValue, kValueOrEnd, kKey, kKeyOrEnd, kColon, kCommaOrEnd };

  void take_mark(char c);
  void close(char open);
  bool begin_value();
  std::size_t take_string(std::string_view bytes, std::size_t at);

  State state_ = State::kInside;
  Expected expected_ = Expected::kValue;
  bool in_string_ = false;
  bool in_scalar_ = false;
  bool is_escaped_ = false;
  std::string open_;  // the brackets that are open
};

}  // namespace calque
