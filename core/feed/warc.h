// Header lines of WARC records and of the HTTP messages in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace calque {

// "WARC/1.0", and "WARC/0.17" and "WARC/0.18" of the drafts before it.
bool begins_warc_record(std::string_view line);

// The value of the first header line called `name`, in any case of letters, trimmed; empty when there is none.
std::string_view header_value(std::string_view head, std::string_view name);

// WARC 1.0 writers put URIs in angle brackets.
std::string_view unbracketed(std::string_view uri);
// The address that a WARC record is about, without them; empty when it names none.
std::string_view target_uri(std::string_view record);

// What a message holds: its head with the first line, and its body behind the blank line. Without a blank line all of
// it is head.
struct Message {
  std::string_view head;
  std::string_view body;
};
Message split_message(std::string_view bytes);

// The body out of its chunks (RFC 9112, 7.1), as far as they go; as it is when it does not begin with one.
std::string without_chunks(std::string_view body);

// The parts of "gzip, chunked", in lower case and in their order.
std::vector<std::string> codings_of(std::string_view value);

// "text/html" of "Text/HTML; charset=utf-8".
std::string media_type(std::string_view content_type);
// "utf-8" of it.
std::string charset_of(std::string_view content_type);

}  // namespace calque
