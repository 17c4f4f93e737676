#include "feed/json_feed_parser.h"

namespace calque {
namespace {

FieldNames names_with(std::string text) {
  return {.text = std::move(text), .id = "id", .url = "url", .title = "title", .date = "date_published"};
}

}  // namespace

JsonFeedParser::JsonFeedParser()
    : html_(names_with("content_html")), text_(names_with("content_text")), summary_(names_with("summary")) {}

tl::expected<Document, std::string> JsonFeedParser::parse(const Record& record) {
  if (auto document = html_.parse(record); document && !document->bytes.empty()) {
    document->markup = Markup::kFragment;
    return document;
  }
  auto document = text_.parse(record);
  if (document && !document->bytes.empty()) return document;
  return summary_.parse(record);
}

}  // namespace calque
