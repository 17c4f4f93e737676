#include "text.h"

#include <string>

namespace calque::python {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// There, lone surrogates are encoded like characters: ED A0 80 to ED BF BF.
std::size_t replace_surrogates(std::string& text) {
  std::size_t replaced = 0;
  for (std::size_t at = text.find('\xED'); at != text.npos; at = text.find('\xED', at + 1)) {
    if (static_cast<unsigned char>(text[at + 1]) < 0xA0) continue;
    text.replace(at, kReplacement.size(), kReplacement);
    ++replaced;
  }
  return replaced;
}

}  // namespace

Utf8::Utf8(nanobind::handle text) {
  PyObject* bytes = PyUnicode_AsUTF8String(text.ptr());
  if (!bytes) {
    if (!PyErr_ExceptionMatches(PyExc_UnicodeEncodeError)) throw nanobind::python_error();
    PyErr_Clear();
    bytes = PyUnicode_AsEncodedString(text.ptr(), "utf-8", "surrogatepass");
    has_surrogates_ = true;
  }
  if (!bytes) throw nanobind::python_error();
  bytes_ = nanobind::steal<nanobind::bytes>(bytes);
}

Document Utf8::document() const {
  Document document;
  document.bytes.assign(bytes_.c_str(), bytes_.size());
  document.charset = "utf-8";
  if (has_surrogates_) document.replaced_bytes = replace_surrogates(document.bytes);
  return document;
}

}  // namespace calque::python
