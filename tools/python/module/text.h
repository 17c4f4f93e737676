// Python strings as documents.
#pragma once

#include <nanobind/nanobind.h>

#include "calque/document.h"

namespace calque::python {

// A str's UTF-8. Python strings may have lone surrogates; each becomes U+FFFD, as in a feed, and offsets remain those
// of the str. Create it with the GIL held; reading it needs no GIL.
class Utf8 {
 public:
  explicit Utf8(nanobind::handle text);

  Document document() const;

 private:
  nanobind::bytes bytes_;  // a copy, since a cache inside the str would exist as long as the str
  bool has_surrogates_ = false;
};

}  // namespace calque::python
