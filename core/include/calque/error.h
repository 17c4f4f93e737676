// Errors as values: core never throws across its interface, prints or exits.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace calque {

enum class ErrorKind {
  kInput,   // a file cannot be opened or read
  kOutput,  // a file cannot be written
  kModel,   // a pack or classifier is missing, damaged, or of another version
};

struct Error {
  ErrorKind kind;
  std::string message;  // names the file and says what to do
};

template <class T>
using Expected = tl::expected<T, Error>;

}  // namespace calque
