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

// Names of the fields, JSON keys or CSV columns. "data.text" is the key "text" in the object that is the value of the
// key "data", unless there is a key "data.text".
struct FieldNames {
  std::string text = "text";
  std::string id = "id";
  std::string url = "url";
  std::string title = "title";
  std::string date = "date";
  std::string group = {};    // an extra field to sort articles by; empty: none
  bool strict_json = false;  // also check the JSON values of all other keys
};

// The default limit in bytes on the window of compressed data: the memory that decompression needs.
inline constexpr std::uint64_t kUsualWindow = std::uint64_t{128} << 20;

// Cuts one file into records. Holds at most one record and one read buffer in memory, and for CSV 16 MiB more.
//
// Damage in compressed data loses only the records in the damaged part. The record that it cuts off is given with a
// fault, reading continues at the next member or frame of the compressed data, and next() fails at the end of the file
// with an error that says where the damage is.
class RecordSource {
 public:
  virtual ~RecordSource() = default;
  // The next record, or nothing at the end of the file. Blank lines are skipped but counted as lines. Do not call it
  // again after an error.
  virtual Expected<std::optional<Record>> next() = 0;
  // What kAuto found. All records of a source have one format.
  virtual FeedFormat format() const = 0;
  // What else the file may be if kAuto took it for one text: completes "it looks like"; empty: nothing.
  std::string doubt;
  // The bytes of the file, as on disk, that were read so far. The records given may lag by one buffer.
  virtual std::uint64_t bytes_read() const = 0;
};

// Opens `path` ("-" is standard input). gzip, zstd, xz, bzip2 and lz4 are detected by content, also with several
// members or frames and when compressed twice. `window` limits the memory for the decompression window; data that needs
// more is an error that says how much. A .warc.zst may begin with its dictionary. UTF-16 is converted to UTF-8, except
// for kText and kHtml, which are decoded later.
//
// kAuto detects the format from the first 64 KiB, and from the name's suffix if they leave a doubt. One object per line
// is JSONL, whatever the first line is; an array of objects, or objects over several lines, are JSON. A first line that
// is a row of names is the header of CSV or TSV if `fields.text` is among them, if all following rows have as many
// cells, or if the suffix says so. WARC, ARC, RSS, Atom, JSON Feed and HTML are known by how they begin; a server's
// warnings may precede a feed or page. Anything else is text, one article; `doubt` says if it looks like something
// else. Binary data is an error that says what it is. An empty file holds no records; as kText it is an empty article.
Expected<std::unique_ptr<RecordSource>> open_feed(const std::string& path, FeedFormat format,
                                                  const FieldNames& fields = {}, std::uint64_t window = kUsualWindow);

// Parses records into documents. Holds buffers, so each thread needs its own.
//
// JSONL: if a key occurs twice, the last value counts. `id` may be a string or an integer of any length, of which every
// digit is kept; other numbers, true and false become strings as written; without an id, or if it is an empty string, a
// null, an array or an object, the id is "FILE:LINE". A `url` or `title` that is not a string is ignored. Invalid UTF-8
// and lone surrogate escapes become U+FFFD and are counted in Document::replaced_bytes (an escape as one). In the
// values of other fields only strings and brackets are checked, unless `strict_json` is set. JSON is parsed in the same
// way, with an object in place of a line.
//
// CSV and TSV: the header row names the columns, in any case of letters. A row with more or fewer cells than the header
// is rejected, because it is unclear which cell is the text. Each row's charset is detected separately.
//
// WARC: responses with status 200 or 203 and a body of HTML or text are articles, and so are resources and conversions
// (WET). If the Content-Type is missing or says nothing, the body decides. Chunked, gzip, deflate, zstd and Brotli
// codings are decoded, also when nested; a body that a crawler has decoded without changing the header is used as it
// is; of an incomplete body the beginning is used. The id is WARC-Record-ID. A body that unpacks to more than 64 MiB is
// rejected. ARC is parsed in the same way; its records have no id.
//
// RSS: the text is the longest of content:encoded, content, description and summary with its markup, which may be XML,
// escaped, or escaped twice; the id is the guid or id, else the link. Items need not be well-formed. JSON Feed: the
// text is content_html, else content_text, else the summary.
class RecordParser {
 public:
  explicit RecordParser(const FieldNames& fields = {});
  RecordParser(RecordParser&&) noexcept;
  RecordParser& operator=(RecordParser&&) noexcept;
  ~RecordParser();

  // Rejects a record with a fault, broken JSON, a line that is not an object, a record without a text field or over
  // kMaxRecordBytes, a page over 8 MiB, and, with Rejected::is_broken false, records that are not meant to hold an
  // article.
  tl::expected<Document, Rejected> parse(const Record& record);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace calque
