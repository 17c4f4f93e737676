// Python strings as documents.
#pragma once

#include <nanobind/nanobind.h>

#include "calque/document.h"

namespace calque::python {

// A str's UTF-8. Python strings may hold lone surrogates; each becomes U+FFFD, as in a feed, and offsets stay those of
// the str. Create it with the GIL held; without the GIL it may only be read.
class Utf8 {
 public:
  explicit Utf8(nanobind::handle text);

  Document document() const;

 private:
  nanobind::bytes bytes_;  // beside the str, not cached inside it, where it would stay as long as the str does
  bool has_surrogates_ = false;
};

}  // namespace calque::python
