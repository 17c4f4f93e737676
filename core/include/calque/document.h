// What a feed yields: a record as it stood in its file, then the document inside it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace calque {

// Where a record began. `file` is shared by all records of one file and reads "-" for standard input.
struct Origin {
  std::shared_ptr<const std::string> file;
  std::uint64_t line = 0;  // 1-based; of WARC, RSS and JSON the number of the record; 0 when the record is a whole file
  std::uint64_t offset = 0;  // bytes from the start of the file, after decompression and out of UTF-16
};

// "FILE:LINE", or the file's name where it is a whole file.
std::string name_of(const Origin& origin);

// What a file holds, and so how its records are cut and parsed.
enum class FeedFormat : unsigned char {
  kAuto,   // found by the first bytes: see open_feed
  kJsonl,  // one JSON object per line, UTF-8
  kText,   // the whole file is one article, in any charset
  kLines,  // one article per line, in any charset
  kCsv,    // RFC 4180 with a header row, separated by commas, semicolons, tabs or bars, as that or a "sep=" line says
  kTsv,    // the same with tabs, and rows whose quotes mean nothing
  kHtml,   // the whole file is one page
  kWarc,   // WARC, WET and ARC: responses with HTML or text, and conversions, are articles
  kRss,    // RSS 0.9 to 2.0 and Atom: an item or entry each
  kJson,   // JSON objects wherever they stand: in an array, one after the other, over several lines
  kJsonFeed,  // JSON Feed: an item each
};

// Longer records are cut off by the feed and rejected by the parser: no article is that long, and memory stays bounded.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{512} << 20;

// How a CSV file writes its rows.
struct CsvDialect {
  char separator = ',';
  bool has_escapes = false;  // a backslash stands before quotes in cells, where others double them
  bool has_spaces = false;   // spaces stand before cells and their quotes: a, "b"
  friend bool operator==(const CsvDialect&, const CsvDialect&) = default;
};

// What a file says once for all its records. `before`, `row` and `ending` are its beginning, byte for byte.
struct FileHeader {
  std::string before = {};  // of CSV: a byte order mark, blank lines, a "sep=" line
  std::string row = {};     // of CSV: the header row; of RSS: the XML declaration
  std::string ending = {};  // of CSV: the row's line end
  CsvDialect dialect = {};
};

// The bytes of one record, not yet parsed. Cutting a feed into records is sequential; parsing them is not. `bytes` and
// `ending`, one record after the other, are the file again, without what stands between records.
struct Record {
  Origin origin;
  std::string bytes;        // a line without its line end, a CSV row, or a whole file; at most kMaxRecordBytes + 1
  std::string ending = {};  // the line end: "\n", "\r\n", "\r", or nothing at the end of the file
  FeedFormat format = FeedFormat::kJsonl;
  std::shared_ptr<const FileHeader> header = {};  // of CSV and RSS
  std::string fault = {};                         // why it could not be cut whole; empty: it was
};

// What the bytes of a document are.
enum class Markup : unsigned char {
  kNone,      // text
  kPage,      // an HTML page, with all that stands around its article
  kFragment,  // a piece of HTML that is the article, as feeds carry it
};

// One text to be judged.
struct Document {
  std::string id;                  // the id field, or "FILE:LINE", or the file's name
  bool id_is_integer = false;      // the id field was a JSON integer and is written back as one
  std::string url;                 // empty when the record has none
  std::string bytes;               // the text as the record holds it
  std::string charset;             // declared charset; empty: to be detected. JSON strings are "utf-8".
  std::size_t replaced_bytes = 0;  // invalid bytes that the feed has already replaced by U+FFFD
  bool is_cut = false;             // the record's text breaks off: compressed data was damaged, or not all was fetched
  Markup markup = Markup::kNone;
  // As the record has them, else empty.
  std::string title;
  bool title_has_entities = false;  // character references in it are to be read, as in HTML
  std::string date;                 // of publication, or, in WARC, of the visit
  std::string host;                 // the URL's, in lower case, without "www." and port
  std::string group;                // the value of FieldNames::group
};

// A record that holds no document: reported, counted and passed over; the others go on.
struct Rejected {
  Origin origin;
  std::string reason;
  bool is_broken = true;  // false: it is not meant to hold an article (a WARC request, an image, the frame of a feed)
};

}  // namespace calque
