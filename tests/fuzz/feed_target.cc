#include "fuzz/feed_target.h"

#include <vector>

#include "base/utf8.h"
#include "calque/feed.h"
#include "feed/open_source.h"
#include "feed/sniff.h"
#include "fuzz/target.h"

namespace calque::fuzz {
namespace {

constexpr std::size_t kRecordBytes = 2000;  // small, so that inputs can exceed it
constexpr std::size_t kQuotedBytes = 300;

struct Reading {
  std::vector<Record> records;
  bool is_sound = false;  // no error at the end
};

Reading read(const std::string& path, FeedFormat format, std::size_t buffer_bytes) {
  Reading reading;
  const auto source = open_source(path, format, FieldNames{}, {buffer_bytes, kRecordBytes, kQuotedBytes});
  if (!source) return reading;
  for (;;) {
    auto record = (*source)->next();
    if (!record) return reading;
    if (!*record) break;
    reading.records.push_back(std::move(**record));
  }
  reading.is_sound = true;
  return reading;
}

bool are_alike(const Record& a, const Record& b) {
  return a.origin.line == b.origin.line && a.origin.offset == b.origin.offset && a.bytes == b.bytes &&
         a.ending == b.ending && a.format == b.format && a.fault == b.fault &&
         (a.header == nullptr) == (b.header == nullptr) &&
         (a.header == nullptr || (a.header->before == b.header->before && a.header->row == b.header->row &&
                                  a.header->ending == b.header->ending && a.header->dialect == b.header->dialect));
}

void check_alike(const Reading& a, const Reading& b) {
  demand(a.records.size() == b.records.size(), "how many records there are does not depend on the buffer");
  for (std::size_t i = 0; i < a.records.size(); ++i) {
    demand(are_alike(a.records[i], b.records[i]), "a record does not depend on the buffer");
  }
}

void check_place(const Record& record, std::uint64_t& behind) {
  demand(record.origin.offset >= behind, "records follow each other");
  demand(record.bytes.size() <= kRecordBytes + 1, "a record is cut off at its limit");
  behind = record.origin.offset + record.bytes.size();
}

void check_document(const tl::expected<Document, Rejected>& document) {
  if (!document) {
    demand(!document.error().reason.empty() && is_valid_utf8(document.error().reason), "a rejection has a reason");
    return;
  }
  for (const std::string& field : {document->id, document->url, document->title, document->date, document->host}) {
    demand(is_valid_utf8(field), "fields are UTF-8");
  }
}

}  // namespace

void check_feed(std::string_view bytes, FeedFormat format) {
  constexpr std::size_t kUsual = std::size_t{1} << 20;
  const std::size_t smallest = format == FeedFormat::kAuto ? kSniffBytes : 8;
  const MemoryFile file(bytes);
  const Reading reading = read(file.path(), format, kUsual);
  const Reading slow = read(file.path(), format, smallest);
  demand(reading.is_sound == slow.is_sound, "an error does not depend on the buffer");
  if (reading.is_sound) check_alike(reading, slow);
  RecordParser parser;
  for (const Reading& each : {reading, slow}) {
    std::uint64_t behind = 0;
    for (const Record& record : each.records) {
      check_place(record, behind);
      check_document(parser.parse(record));
    }
  }
}

}  // namespace calque::fuzz
