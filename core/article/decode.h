// Bytes of any charset -> UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace calque {

// Whether to trust a declared charset. Pages and feeds often declare a wrong one. A doubted label is overruled if the
// bytes are valid UTF-8 with characters beyond ASCII, if it says UTF-8 and they are not, or if it says UTF-16 and they
// are readable without decoding; UTF-8 that was encoded twice is decoded twice.
enum class Label : unsigned char { kTrue, kDoubted };

struct Decoded {
  std::string text;     // valid UTF-8, without its byte order mark; empty when !is_text
  std::string charset;  // lower case; "utf-8 twice" if it was encoded twice
  std::size_t replaced_bytes = 0;
  bool is_text = true;
};

// The charset is that of the byte order mark; else `declared` if it is known; else UTF-8 if most of the bytes are
// UTF-8; else UTF-16 if NULs show it; else what ICU detects with confidence; else windows-1252. ISO-8859-1 and ASCII
// are read as windows-1252, as browsers do (encoding.spec.whatwg.org). A UTF-8 byte order mark is kept if the charset
// is declared as UTF-8, as for JSON strings, whose offsets are counted from the string's first byte.
//
// Bytes are not text if more than one in twenty characters of the first 64 KiB is a control character or a replacement;
// in random bytes it is one in nine. The rest is then not decoded.
Decoded decode(std::string_view bytes, std::string_view declared, Label label = Label::kTrue);

}  // namespace calque
