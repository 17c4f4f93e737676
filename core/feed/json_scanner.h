// Where a JSON value ends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace calque {

// Walks over one object or array, a piece at a time, as far as brackets, commas, colons and strings stand where they
// may. What numbers and literals are made of is not looked at.
class JsonScanner {
 public:
  enum class State { kInside, kEnd, kBroken };

  // Takes from the front of `bytes` what belongs to the value, and returns how many bytes that is. After kEnd and
  // kBroken, restart() comes first.
  std::size_t take(std::string_view bytes);
  State state() const { return state_; }
  // Ready for the next value, whose first byte is '{' or '['.
  void restart() { *this = JsonScanner(); }

  std::size_t depth() const { return open_.size(); }
  bool is_in_string() const { return in_string_; }
  // The string that comes next, or is being read, is a key.
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
