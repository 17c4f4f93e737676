// Feeds: where documents come from.
//
//   auto source = calque::open_feed(path, calque::FeedFormat::kAuto);   // Expected<std::unique_ptr<RecordSource>>
//   calque::RecordParser parser(fields);
//   while (auto record = (*source)->next()) {                           // cut: one thread
//     if (!*record) break;                                              // the end of the file
//     auto document = parser.parse(**record);                           // parse: any thread, each with its own parser
//   }
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "calque/document.h"
#include "calque/error.h"

namespace calque {

enum class FeedFormat {
  kAuto,   // JSONL when the first character that is not white space is '{', else plain text
  kJsonl,  // one JSON object per line, UTF-8
  kText,   // the whole file is one article, in any charset
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

// Opens `path` ("-" is standard input). An empty file is one empty article as kText and holds no records as kJsonl; as
// kAuto it is an empty article when it has a name, so that every file named gets a verdict, and nothing on standard
// input, so that an empty pipe gives an empty report.
Expected<std::unique_ptr<RecordSource>> open_feed(const std::string& path, FeedFormat format);

// Reads the document out of a record. Holds buffers, so each thread has its own.
//
// JSONL: of a key that occurs twice the last value counts. `id` may be a string or an integer of any length, kept digit
// by digit; other numbers and true and false become the string they are written as; without one, or with a null, array
// or object, the id is "FILE:LINE". A `url` that is not a string is ignored. Invalid UTF-8 and lone surrogate escapes
// become U+FFFD and are counted in Document::replaced_bytes (an escape as one). Values of other fields are not checked
// beyond their strings and brackets.
class RecordParser {
 public:
  explicit RecordParser(JsonlFields fields = {});
  RecordParser(RecordParser&&) noexcept;
  RecordParser& operator=(RecordParser&&) noexcept;
  ~RecordParser();

  // Rejects what holds no document: broken JSON, a line that is no object, no text field, a record over
  // kMaxRecordBytes.
  tl::expected<Document, Rejected> parse(const Record& record);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace calque
