// Feeds: where documents come from.
//
//   auto source = calque::open_feed(path, calque::FeedFormat::kAuto);   // Expected<std::unique_ptr<RecordSource>>
//   while (auto record = (*source)->next(); record && *record)          // cut, one thread
//     auto document = calque::parse_record(**record, fields);           // parse, any thread
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "calque/document.h"
#include "calque/error.h"

namespace calque {

enum class FeedFormat {
  kAuto,   // JSONL when the first character that is not white space is '{', else plain text
  kJsonl,  // one JSON object per line
  kText,   // the whole file is one article
};

// Names of the JSONL fields that hold the text, the id and the URL.
struct JsonlFields {
  std::string text = "text";
  std::string id = "id";
  std::string url = "url";
};

// Cuts one file into records. Holds at most one record and one read buffer in memory.
class RecordSource {
 public:
  virtual ~RecordSource() = default;
  // The next record, or nothing at the end of the file. Blank JSONL lines are passed over but counted as lines.
  virtual Expected<std::optional<Record>> next() = 0;
  // What kAuto found. All records of a source have one format.
  virtual FeedFormat format() const = 0;
};

// Opens `path` ("-" is standard input).
Expected<std::unique_ptr<RecordSource>> open_feed(const std::string& path, FeedFormat format);

// The document that a record holds. Safe from any number of threads.
tl::expected<Document, Rejected> parse_record(const Record& record, FeedFormat format, const JsonlFields& fields);

}  // namespace calque
