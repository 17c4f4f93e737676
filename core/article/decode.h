// Bytes of any charset -> UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace calque {

// How far a declared charset is believed. What pages and feeds declare is often wrong: theirs gives way to UTF-8 that
// is valid and has characters beyond ASCII; to evidence where it is UTF-8 and the bytes are not, or UTF-16 and they are
// readable as they are; and UTF-8 that was encoded twice is decoded twice.
enum class Label : unsigned char { kTrue, kDoubted };

struct Decoded {
  std::string text;     // valid UTF-8, without its byte order mark; empty when !is_text
  std::string charset;  // lower case; "utf-8 twice" of what was encoded twice
  std::size_t replaced_bytes = 0;
  bool is_text = true;
};

// The charset is that of the byte order mark; else `declared`, when it is known; else UTF-8 where the bytes are mostly
// that; else UTF-16 where NULs tell; else what ICU detects with confidence; else windows-1252. As browsers do
// (encoding.spec.whatwg.org), ISO-8859-1 and ASCII are read as windows-1252. A UTF-8 byte order mark stays when the
// charset is declared to be UTF-8: JSON strings are, and their offsets are counted from the string's first byte.
//
// Not text is what has more than one control character or replacement in twenty characters, by its first 64 KiB: random
// bytes have one in nine. The rest of it is not decoded.
Decoded decode(std::string_view bytes, std::string_view declared, Label label = Label::kTrue);

}  // namespace calque
