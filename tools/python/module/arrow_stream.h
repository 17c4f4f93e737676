// Arrow in, Arrow out, by the PyCapsule interface: pyarrow, polars, DuckDB, pandas, nanoarrow.
// https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html
#pragma once

#include <nanobind/nanobind.h>

#include <memory>
#include <string>

#include "arrow_abi.h"
#include "arrow_text.h"
#include "calque/analyzer.h"

namespace calque::python {

// Verdicts on a stream of texts, batch by batch as they are asked for: one batch in memory at a time, a row for each
// row. Read once.
class VerdictStream {
 public:
  // `data` has __arrow_c_stream__ or __arrow_c_array__. Throws TypeError where it has neither, and ValueError where it
  // holds no such text.
  VerdictStream(nanobind::handle data, const std::string& text, std::shared_ptr<const Analyzer> analyzer,
                unsigned threads);

  nanobind::capsule arrow_c_stream();  // __arrow_c_stream__; ValueError the second time

 private:
  std::unique_ptr<ArrowArrayStream, void (*)(ArrowArrayStream*)> stream_;
};

}  // namespace calque::python
