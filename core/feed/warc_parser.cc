#include "feed/warc_parser.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "feed/arc.h"
#include "feed/http_body.h"
#include "feed/markup_sniff.h"
#include "feed/not_text.h"
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
  if (type == "text/html" || type == "application/xhtml+xml" || type == "application/vnd.wap.xhtml+xml") {
    return Markup::kPage;
  }
  if (type == "text/plain") return Markup::kNone;
  return std::nullopt;
}

// Whether the type means that the server does not know, or may be that of a page.
bool tells_nothing(const std::string& type) {
  return type.empty() || type.find('/') == std::string::npos || type == "application/octet-stream" ||
         type == "application/x-unknown-content-type" || type == "application/xml" || type == "text/xml" ||
         type.find('*') != std::string::npos;
}

std::optional<Markup> sniffed_markup(const std::string& type, std::string_view bytes) {
  constexpr std::size_t kSample = std::size_t{16} << 10;
  const std::string_view sample = trim(bytes.substr(0, kSample), " \t\r\n\xEF\xBB\xBF");
  if (sample.empty() || is_binary(sample) || !binary_name(sample).empty()) return std::nullopt;
  const auto format = sniff_markup(sample, {});
  if (format == FeedFormat::kHtml) return Markup::kPage;
  const bool may_be_text = !format && sample[0] != '<' && sample[0] != '{' && sample[0] != '[';
  return may_be_text && type.find("xml") == std::string::npos ? std::optional(Markup::kNone) : std::nullopt;
}

Document described(std::string_view head) {
  Document document;
  document.url = utf8(target_uri(head));
  document.id = utf8(unbracketed(header_value(head, "WARC-Record-ID")));
  document.date = utf8(header_value(head, "WARC-Date"));
  document.is_cut = !header_value(head, "WARC-Truncated").empty();
  return document;
}

// 203: changed by a proxy. 206 does not count: it is an unknown part.
bool is_success(std::string_view head) {
  const std::string_view line = head.substr(0, head.find('\n'));
  const std::size_t space = line.find(' ');
  if (!line.starts_with("HTTP/") || space == std::string_view::npos) return false;
  const std::string_view status = trim(line.substr(space)).substr(0, 3);
  return status == "200" || status == "203";
}

Parsed with_text(const Record& record, Document document, std::string_view content_type, std::string bytes) {
  const std::string type = media_type(content_type);
  auto markup = tells_nothing(type) ? sniffed_markup(type, bytes) : markup_of(type);
  if (markup == Markup::kNone && is_certain_markup(trim(bytes))) markup = sniffed_markup({}, bytes);  // said to be text
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
  const std::string type = media_type(content_type);
  if (!markup_of(type) && !tells_nothing(type)) return no_article(record, "neither HTML nor text");
  Body body = decode_body(http.head, http.body, kMaxBodyBytes);
  if (!body.fault.empty()) return broken(record, std::move(body.fault));
  document.is_cut = document.is_cut || body.is_cut;
  return with_text(record, std::move(document), content_type, std::move(body.bytes));
}

Parsed parse_arc(const Record& record) {
  const ArcRecord arc = split_arc_record(record.bytes);
  Document document;
  document.url = utf8(arc.url);
  document.date = iso_date(arc.date);
  if (begins_arc(arc.url)) return no_article(record, "the file's own description");
  if (arc.content.starts_with("HTTP/")) return parse_response(record, std::move(document), arc.content);
  return with_text(record, std::move(document), arc.type, std::string(arc.content));
}

}  // namespace

Parsed parse_warc(const Record& record) {
  if (!begins_warc_record(record.bytes)) return parse_arc(record);
  const Message warc = split_message(record.bytes);
  Document document = described(warc.head);
  const std::string_view type = header_value(warc.head, "WARC-Type");
  const std::string_view content_type = header_value(warc.head, "Content-Type");
  const bool is_http = media_type(content_type) == "application/http" || content_type.empty();
  if (equal_ignoring_case(type, "response") && is_http) {
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
