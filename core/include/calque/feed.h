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
  std::string group = {};    // one more, by which a reader wants to sort articles; empty: none
  bool strict_json = false;  // values of JSON that no field names are checked, too
};

// The most memory, in bytes, that compressed data may ask for to look back in, unless more is allowed.
inline constexpr std::uint64_t kUsualWindow = std::uint64_t{128} << 20;

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
  // What else the file looks like that kAuto took for one text, in words that go on from "it looks like"; empty:
  // nothing.
  std::string doubt;
  // How much of the file was read so far, as it lies on the disk; the records given may be a buffer behind.
  virtual std::uint64_t bytes_read() const = 0;
};

// Opens `path` ("-" is standard input). What gzip, zstd, xz, bzip2 or lz4 compressed is decompressed, whatever its
// name: by its first bytes, several members or frames in a row too, twice where it was compressed twice. `window` is
// the most memory that compressed data may ask for to look back in; what asks for more is an error that says how much.
// A .warc.zst may begin with its dictionary. UTF-16 becomes UTF-8, but for kText and kHtml, which are decoded later.
//
// kAuto goes by the first 64 KiB, and by the name's suffix where they leave a doubt. An object in each line is JSONL,
// whatever the first line is; an array of objects, or objects over several lines, JSON. A first line that is a row of
// names is the header of CSV or TSV where `fields.text` is among them, where all rows that follow have as many cells,
// or where the suffix says so. WARC, ARC, RSS, Atom, JSON Feed and HTML go by how they begin; a server's warnings may
// stand before a feed or page. The rest is text, one article; `doubt` says when it looks like something else. What is
// no text is an error that says what it is. An empty file holds no records, but for kText, where it is an empty
// article.
Expected<std::unique_ptr<RecordSource>> open_feed(const std::string& path, FeedFormat format,
                                                  const FieldNames& fields = {}, std::uint64_t window = kUsualWindow);

// Reads the document out of a record. Holds buffers, so each thread has its own.
//
// JSONL: of a key that occurs twice the last value counts. `id` may be a string or an integer of any length, kept digit
// by digit; other numbers and true and false become the string they are written as; without one, or with an empty
// string, a null, array or object, the id is "FILE:LINE". A `url` or `title` that is not a string is ignored. Invalid
// UTF-8 and lone surrogate escapes become U+FFFD and are counted in Document::replaced_bytes (an escape as one). Values
// of other fields are not checked beyond their strings and brackets, unless `strict_json` asks for it. JSON is read
// alike, an object instead of a line.
//
// CSV and TSV: the header row names the columns, in any case of letters. A row with more or fewer cells than it is
// rejected: which of them is the text is not known then. The charset is found for each row by itself.
//
// WARC: responses with status 200 or 203 and a body of HTML or text are articles, and so are resources and conversions
// (WET). Without a Content-Type, or with one that says nothing, the body tells. Bodies are taken out of chunks and out
// of gzip, deflate, zstd and Brotli, one in the other too, whether or not a crawler has already done so and left the
// header; a body that breaks off is used as far as it goes. The id is WARC-Record-ID. A body that unpacks to more than
// 64 MiB is rejected. ARC is read alike; its records have no id.
//
// RSS: the text is the longest of content:encoded, content, description and summary, markup and all, whether it stands
// there as XML, escaped, or escaped twice; the id is the guid or id, else the link. Items need not be well-formed.
// JSON Feed: the text is content_html, else content_text, else the summary.
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
