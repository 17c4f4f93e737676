// For commands that give up at the first error: it travels as an exception to where it is reported.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "bulk/output.h"
#include "calque/error.h"

namespace calque {

// Throws Error.
template <class Value>
Value value_or_throw(Expected<Value>&& expected) {
  if (!expected) throw Error(std::move(expected.error()));
  return std::move(*expected);
}

// Throws Error. "-" is standard output.
inline void write_file(const std::string& path, std::string_view bytes) {
  Output output = value_or_throw(Output::open(path));
  value_or_throw(output.write(bytes));
  if (const auto closed = output.close(); !closed) throw closed.error();
}

}  // namespace calque
