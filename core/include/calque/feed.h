// Feeds: where documents come from.
//
//   auto source = calque::open_feed(path, calque::FeedFormat::kAuto);   // Expected<std::unique_ptr<RecordSource>>
//   calque::RecordParser parser(fields);
//   while (auto record = (*source)->next()) {                           // cut: one thread
//     if (!*record) break;                                              // the end of the file
//     auto document = parser.parse(**record);                           // parse: any thread, each with its own parser
//   }
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "calque/document.h"
#include "calque/error.h"

namespace calque {

// Names of the fields, JSON keys or CSV columns.
struct FieldNames {
  std::string text = "text";
  std::string id = "id";
  std::string url = "url";
  std::string title = "title";
  std::string date = "date";
  std::string group = {};  // one more, by which a reader wants to sort articles; empty: none
};

// Cuts one file into records. Holds at most one record and one read buffer in memory, and for CSV 16 MiB more.
//
// Damaged compressed data costs the records that lie in it, not the others: the one it breaks off is given with its
// fault, reading goes on at the next gzip member or zstd frame, and the end of the file is an error that says where.
class RecordSource {
 public:
  virtual ~RecordSource() = default;
  // The next record, or nothing at the end of the file. Blank lines are passed over but counted as lines. No more is to
  // be read after an error.
  virtual Expected<std::optional<Record>> next() = 0;
  // What kAuto found. All records of a source have one format.
  virtual FeedFormat format() const = 0;
  // How much of the file was read so far, as it lies on the disk; the records given may be a buffer behind.
  virtual std::uint64_t bytes_read() const = 0;
};

// Opens `path` ("-" is standard input). What gzip or zstd compressed is decompressed, whatever its name: by its first
// bytes, several members or frames in a row too, zstd windows up to 128 MiB.
//
// kAuto is JSONL when the first character that is not white space is '{'; CSV or TSV when the first line is a row of
// two or more short cells, one of them `fields.text`; WARC, RSS and HTML by how they begin; else plain text. An empty
// file is one empty article as kText and holds no records in any other format; as kAuto it is an empty article when it
// has a name, so that every file named gets a verdict, and nothing on standard input, so that an empty pipe gives an
// empty report.
Expected<std::unique_ptr<RecordSource>> open_feed(const std::string& path, FeedFormat format,
                                                  const FieldNames& fields = {});

// Reads the document out of a record. Holds buffers, so each thread has its own.
//
// JSONL: of a key that occurs twice the last value counts. `id` may be a string or an integer of any length, kept digit
// by digit; other numbers and true and false become the string they are written as; without one, or with a null, array
// or object, the id is "FILE:LINE". A `url` or `title` that is not a string is ignored. Invalid UTF-8 and lone
// surrogate escapes become U+FFFD and are counted in Document::replaced_bytes (an escape as one). Values of other
// fields are not checked beyond their strings and brackets.
//
// CSV and TSV: the header row names the columns, in any case of letters. A row with more or fewer cells than it is
// rejected: which of them is the text is not known then. The charset is found for each row by itself.
//
// WARC: responses with status 200 and a body of HTML or text are articles, and so are resources and conversions (WET).
// Bodies are taken out of chunks and out of gzip, deflate and zstd, whether or not a crawler has already done so and
// left the header. The id is WARC-Record-ID. A body that unpacks to more than 64 MiB is rejected.
//
// RSS: the text is the longest of content:encoded, content, description and summary; the id is the guid or id, else the
// link. An item that is no XML is rejected by itself.
class RecordParser {
 public:
  explicit RecordParser(FieldNames fields = {});
  RecordParser(RecordParser&&) noexcept;
  RecordParser& operator=(RecordParser&&) noexcept;
  ~RecordParser();

  // Rejects what holds no document: a record with a fault, broken JSON, a line that is no object, no text field, a
  // record over kMaxRecordBytes, a page over 8 MiB. What Rejected::is_broken does not call broken is no article's
  // record.
  tl::expected<Document, Rejected> parse(const Record& record);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace calque
