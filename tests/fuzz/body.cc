// Bodies of HTTP responses: the first byte chooses the codings, and the rest is the body.
#include <array>

#include "feed/http_body.h"
#include "fuzz/target.h"

void calque::fuzz::run(std::string_view input) {
  constexpr std::size_t kLimit = std::size_t{1} << 20;
  constexpr std::array<std::string_view, 8> kHeaders = {
      "Content-Encoding: gzip",           "Content-Encoding: br",         "Content-Encoding: deflate",
      "Content-Encoding: zstd",           "Content-Encoding: gzip, gzip", "Transfer-Encoding: chunked",
      "Transfer-Encoding: gzip, chunked", "Content-Encoding: br, deflate"};
  if (input.empty()) return;
  const std::string_view header = kHeaders[static_cast<unsigned char>(input[0]) % kHeaders.size()];
  const std::string head = "HTTP/1.1 200 OK\r\n" + std::string(header) + "\r\n";
  const Body body = decode_body(head, input.substr(1), kLimit);
  demand(!body.fault.empty() || body.bytes.size() <= kLimit, "a body is no longer than its limit");
}
