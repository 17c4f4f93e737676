#include <utility>

#include "feed/csv_parser.h"
#include "feed/json_feed_parser.h"
#include "feed/jsonl_parser.h"
#include "feed/rss.h"
#include "feed/url.h"
#include "feed/warc_parser.h"

namespace calque {

namespace {

tl::expected<Document, std::string> page_of(const std::string& html) {
  if (html.size() > kMaxPageBytes) return tl::unexpected(std::string("an HTML page over 8 MiB"));
  Document document;
  document.bytes = html;
  document.markup = Markup::kPage;
  return document;
}

}  // namespace

struct RecordParser::State {
  explicit State(const FieldNames& fields) : jsonl(fields), csv(fields) {}

  tl::expected<Document, Rejected> parse(const Record& record);
  tl::expected<Document, std::string> parse_simple(const Record& record);

  JsonlParser jsonl;
  CsvParser csv;
  std::unique_ptr<JsonFeedParser> json_feed;  // made when one is read
};

tl::expected<Document, Rejected> RecordParser::State::parse(const Record& record) {
  const bool is_whole = record.fault.empty() && record.bytes.size() <= kMaxRecordBytes;
  if (is_whole && record.format == FeedFormat::kWarc) return parse_warc(record);
  if (is_whole && record.format == FeedFormat::kRss) return parse_rss(record);
  auto document = parse_simple(record);
  if (!document) return tl::unexpected(Rejected{record.origin, std::move(document.error())});
  return std::move(*document);
}

tl::expected<Document, std::string> RecordParser::State::parse_simple(const Record& record) {
  if (!record.fault.empty()) return tl::unexpected(record.fault);
  if (record.bytes.size() > kMaxRecordBytes)
    return tl::unexpected(std::string("longer than 512 MiB, which no article is"));
  switch (record.format) {
    case FeedFormat::kCsv:
    case FeedFormat::kTsv:
      return csv.parse(record);
    case FeedFormat::kHtml:
      return page_of(record.bytes);
    case FeedFormat::kText:
    case FeedFormat::kLines: {
      Document document;
      document.bytes = record.bytes;
      return document;
    }
    case FeedFormat::kJsonFeed:
      if (!json_feed) json_feed = std::make_unique<JsonFeedParser>();
      return json_feed->parse(record);
    case FeedFormat::kWarc:  // these three do not come here
    case FeedFormat::kRss:
    case FeedFormat::kAuto:
    case FeedFormat::kJsonl:
    case FeedFormat::kJson:
      break;
  }
  return jsonl.parse(record);
}

RecordParser::RecordParser(const FieldNames& fields) : state_(std::make_unique<State>(fields)) {}
RecordParser::RecordParser(RecordParser&&) noexcept = default;
RecordParser& RecordParser::operator=(RecordParser&&) noexcept = default;
RecordParser::~RecordParser() = default;

tl::expected<Document, Rejected> RecordParser::parse(const Record& record) {
  auto document = state_->parse(record);
  if (!document) return document;
  if (document->host.empty()) document->host = host_of(document->url);
  if (document->id.empty()) document->id = name_of(record.origin);
  return document;
}

}  // namespace calque
