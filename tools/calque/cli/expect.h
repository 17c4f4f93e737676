// For commands that give up at the first error: it travels as an exception to main(), which reports it.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "bulk/output.h"
#include "calque/error.h"

namespace calque {

class Failure : public std::runtime_error {
 public:
  explicit Failure(const Error& error) : std::runtime_error(error.message), kind_(error.kind) {}
  ErrorKind kind() const { return kind_; }

 private:
  ErrorKind kind_;
};

// Throws Failure.
template <class Value>
Value value_or_throw(Expected<Value>&& expected) {
  if (!expected) throw Failure(expected.error());
  return std::move(*expected);
}

// Throws Failure. "-" is standard output.
inline void write_file(const std::string& path, std::string_view bytes) {
  Output output = value_or_throw(Output::open(path));
  value_or_throw(output.write(bytes));
  if (const auto closed = output.close(); !closed) throw Failure(closed.error());
}

}  // namespace calque
