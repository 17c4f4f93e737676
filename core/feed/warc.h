// Header lines of WARC records and of the HTTP messages in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace calque {

// Whether `line` begins a record: "WARC/1.0", or "WARC/0.17" and "WARC/0.18" of the earlier drafts.
bool begins_warc_record(std::string_view line);

// The trimmed value of the first header line called `name`, ignoring case; empty if there is none.
std::string_view header_value(std::string_view head, std::string_view name);

// Removes the angle brackets that WARC 1.0 writers put around URIs.
std::string_view unbracketed(std::string_view uri);
// The address that a WARC record is about, without angle brackets; empty if it names none.
std::string_view target_uri(std::string_view record);

// A message's head, with the first line, and its body after the blank line. Without a blank line all of it is head.
struct Message {
  std::string_view head;
  std::string_view body;
};
Message split_message(std::string_view bytes);

// The body without chunked coding (RFC 9112, 7.1), up to the first broken chunk; unchanged if it does not begin with a
// chunk.
std::string without_chunks(std::string_view body);

// The codings in a value such as "gzip, chunked", in lower case and in order.
std::vector<std::string> codings_of(std::string_view value);

// "Text/HTML; charset=utf-8" -> "text/html".
std::string media_type(std::string_view content_type);
// "Text/HTML; charset=utf-8" -> "utf-8".
std::string charset_of(std::string_view content_type);

}  // namespace calque
