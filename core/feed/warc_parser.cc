#include "feed/warc_parser.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "feed/decompressor.h"
#include "feed/warc.h"

namespace calque {
namespace {

using Parsed = tl::expected<Document, Rejected>;

Parsed no_article(const Record& record, std::string why) {
  return tl::unexpected(Rejected{record.origin, std::move(why), false});
}

Parsed broken(const Record& record, std::string why) {
  return tl::unexpected(Rejected{record.origin, std::move(why), true});
}

std::string utf8(std::string_view bytes) {
  std::string text;
  append_repaired_utf8(bytes, text);
  return text;
}

std::optional<Markup> markup_of(const std::string& type) {
  if (type == "text/html" || type == "application/xhtml+xml") return Markup::kPage;
  if (type == "text/plain") return Markup::kNone;
  return std::nullopt;
}

Document described(std::string_view head) {
  Document document;
  document.url = utf8(target_uri(head));
  document.id = utf8(unbracketed(header_value(head, "WARC-Record-ID")));
  document.date = utf8(header_value(head, "WARC-Date"));
  return document;
}

bool is_success(std::string_view head) {
  const std::string_view line = head.substr(0, head.find('\n'));
  const std::size_t space = line.find(' ');
  return line.starts_with("HTTP/") && space != std::string_view::npos && line.substr(space + 1, 3) == "200";
}

Parsed with_text(const Record& record, Document document, std::string_view content_type, std::string bytes) {
  const auto markup = markup_of(media_type(content_type));
  if (!markup) return no_article(record, "neither HTML nor text");
  if (*markup == Markup::kPage && bytes.size() > kMaxPageBytes) return broken(record, "an HTML page over 8 MiB");
  document.markup = *markup;
  document.charset = charset_of(content_type);
  document.bytes = std::move(bytes);
  return document;
}

Parsed parse_response(const Record& record, Document document, std::string_view message) {
  const Message http = split_message(message);
  if (!is_success(http.head)) return no_article(record, "no success");
  const std::string_view content_type = header_value(http.head, "Content-Type");
  if (!markup_of(media_type(content_type))) return no_article(record, "neither HTML nor text");
  std::string body(http.body);
  if (equal_ignoring_case(header_value(http.head, "Transfer-Encoding"), "chunked")) body = without_chunks(body);
  const std::string encoding = media_type(header_value(http.head, "Content-Encoding"));
  if (encoding == "br" && !body.starts_with('<')) return broken(record, "its body is compressed with Brotli");
  auto decoded = decode_body(encoding == "identity" ? "" : encoding, body, kMaxBodyBytes);
  if (!decoded) return broken(record, "its body is damaged, or unpacks to more than 64 MiB");
  return with_text(record, std::move(document), content_type, std::move(*decoded));
}

}  // namespace

Parsed parse_warc(const Record& record) {
  const Message warc = split_message(record.bytes);
  Document document = described(warc.head);
  const std::string_view type = header_value(warc.head, "WARC-Type");
  const std::string_view content_type = header_value(warc.head, "Content-Type");
  if (equal_ignoring_case(type, "response") && media_type(content_type) == "application/http") {
    return parse_response(record, std::move(document), warc.body);
  }
  // So wget names the log and the arguments that it adds to a crawl, as resources of text.
  if (document.url.starts_with("metadata:")) return no_article(record, "the crawler's own notes");
  if (equal_ignoring_case(type, "conversion") || equal_ignoring_case(type, "resource")) {
    return with_text(record, std::move(document), content_type, std::string(warc.body));
  }
  return no_article(record, "a WARC record of another type");
}

}  // namespace calque
