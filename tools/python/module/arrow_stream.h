// Reads and returns Arrow data by the PyCapsule interface: pyarrow, polars, DuckDB, pandas, nanoarrow.
// https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html
#pragma once

#include <nanobind/nanobind.h>

#include <memory>
#include <string>

#include "arrow_abi.h"
#include "arrow_text.h"
#include "calque/analyzer.h"

namespace calque::python {

// Verdicts on a stream of texts, one row for each row. Batches are scored when the reader asks for them, so one batch
// is in memory at a time. Can be read once.
class VerdictStream {
 public:
  // `data` has __arrow_c_stream__ or __arrow_c_array__. Throws TypeError if it has neither, and ValueError if it has no
  // such column of text.
  VerdictStream(nanobind::handle data, const std::string& text, std::shared_ptr<const Analyzer> analyzer,
                unsigned threads);

  nanobind::capsule arrow_c_stream();  // __arrow_c_stream__; ValueError the second time

 private:
  std::unique_ptr<ArrowArrayStream, void (*)(ArrowArrayStream*)> stream_;
};

}  // namespace calque::python
