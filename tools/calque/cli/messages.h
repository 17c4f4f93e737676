// What the command says on standard error.
#pragma once

#include <cstddef>
#include <string_view>

#include "calque/document.h"

namespace calque {

// "calque: MESSAGE", made safe for a terminal.
void print_message(std::string_view message);

// Reports rejected records, the first few one by one.
class RejectionReport {
 public:
  void add(const Rejected& rejected);

 private:
  std::size_t count_ = 0;
};

}  // namespace calque
