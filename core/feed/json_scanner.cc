#include "feed/json_scanner.h"

#include <utility>

#include "base/ascii.h"

namespace calque {
namespace {

bool is_scalar_byte(char c) { return is_digit(c) || is_ascii_letter(c) || c == '-' || c == '+' || c == '.'; }

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

// Whether a value may begin here; if so, expects what follows it.
bool JsonScanner::begin_value() {
  if (expected_ != Expected::kValue && expected_ != Expected::kValueOrEnd) return false;
  expected_ = Expected::kCommaOrEnd;
  return true;
}

void JsonScanner::close(char open) {
  const bool may_end =
      expected_ == Expected::kCommaOrEnd || expected_ == Expected::kValueOrEnd || expected_ == Expected::kKeyOrEnd;
  if (!may_end || open_.empty() || open_.back() != open) {
    state_ = State::kBroken;
    return;
  }
  open_.pop_back();
  expected_ = Expected::kCommaOrEnd;
  if (open_.empty()) state_ = State::kEnd;
}

void JsonScanner::take_mark(char c) {
  const Expected before = expected_;
  if (c == '}') return close('{');
  if (c == ']') return close('[');
  if ((c == '{' || c == '[') && begin_value()) {
    open_.push_back(c);
    expected_ = c == '{' ? Expected::kKeyOrEnd : Expected::kValueOrEnd;
  } else if (c == ',' && before == Expected::kCommaOrEnd) {
    expected_ = open_.back() == '{' ? Expected::kKey : Expected::kValue;
  } else if (c == ':' && before == Expected::kColon) {
    expected_ = Expected::kValue;
  } else if (c == '"' && before != Expected::kColon && before != Expected::kCommaOrEnd) {
    in_string_ = true;
  } else {
    state_ = State::kBroken;
  }
}

// Scans from inside a string to its end. A line end in a string breaks the value.
std::size_t JsonScanner::take_string(std::string_view bytes, std::size_t at) {
  if (std::exchange(is_escaped_, false)) ++at;
  for (;; at += 2) {
    while (at < bytes.size() && bytes[at] != '"' && bytes[at] != '\\' && bytes[at] != '\n') ++at;
    if (at >= bytes.size()) return bytes.size();
    if (bytes[at] == '\n') {
      state_ = State::kBroken;
      return at;
    }
    if (bytes[at] == '"') break;
    is_escaped_ = at + 1 == bytes.size();
    if (is_escaped_) return bytes.size();
  }
  in_string_ = false;
  expected_ = is_at_key() ? Expected::kColon : Expected::kCommaOrEnd;
  return at + 1;
}

std::size_t JsonScanner::take(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size() && state_ == State::kInside) {
    const char c = bytes[at];
    if (in_string_) {
      at = take_string(bytes, at);
      continue;
    }
    const bool was_scalar = std::exchange(in_scalar_, is_scalar_byte(c));
    if (in_scalar_) {
      if (!was_scalar && (open_.empty() || !begin_value())) state_ = State::kBroken;
    } else if (!is_space(c)) {
      take_mark(c);
    }
    at += state_ != State::kBroken;
  }
  return at;
}

}  // namespace calque
