// Decodes the body of an HTTP response.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace calque {

struct Body {
  std::string bytes;
  std::string fault = {};  // why it cannot be used; empty: it can
  bool is_cut = false;     // it is incomplete
};

// `head` is the head of a response, `body` what follows it. Transfer codings, then content codings are decoded, the
// last one first. A body that does not begin like its coding counts as decoded already, as some crawlers store it. It
// may unpack to at most `limit` bytes.
Body decode_body(std::string_view head, std::string_view body, std::size_t limit);

}  // namespace calque
