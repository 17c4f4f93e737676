// The body of an HTTP response out of its codings.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace calque {

struct Body {
  std::string bytes;
  std::string fault = {};  // why it cannot be used; empty: it can
  bool is_cut = false;     // it breaks off
};

// `message` is the head of a response, `body` what follows it. Transfer codings and content codings are undone one
// after the other, the last first. A body that does not begin as its coding says is taken to be decoded already, as
// crawlers leave it. `limit` is the most that it may unpack to.
Body decode_body(std::string_view head, std::string_view body, std::size_t limit);

}  // namespace calque
