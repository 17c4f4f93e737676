// What a feed yields: records as they are in the file, and the documents parsed from them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace calque {

// Where a record began. `file` is shared by all records of one file and reads "-" for standard input.
struct Origin {
  std::shared_ptr<const std::string> file;
  std::uint64_t line = 0;    // 1-based; for WARC, RSS and JSON the record's number; 0 when the record is a whole file
  std::uint64_t offset = 0;  // bytes from the start of the file, decompressed and converted from UTF-16
};

// "FILE:LINE", or the file's name if the record is a whole file.
std::string name_of(const Origin& origin);

// What a file holds, and so how its records are cut and parsed.
enum class FeedFormat : unsigned char {
  kAuto,   // detected from the first bytes: see open_feed
  kJsonl,  // one JSON object per line, UTF-8
  kText,   // the whole file is one article, in any charset
  kLines,  // one article per line, in any charset
  kCsv,  // RFC 4180 with a header row; the header or a "sep=" line tells whether comma, semicolon, tab or bar separates
  kTsv,  // the same with tabs; rows may have quotes without a meaning
  kHtml,      // the whole file is one page
  kWarc,      // WARC, WET and ARC: responses with HTML or text, and conversions, are articles
  kRss,       // RSS 0.9 to 2.0 and Atom: an item or entry each
  kJson,      // JSON objects: in an array, one after the other, or over several lines
  kJsonFeed,  // JSON Feed: an item each
};

// Longer records are cut off by the feed and rejected by the parser: no article is that long, and memory stays bounded.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{512} << 20;

// How a CSV file writes its rows.
struct CsvDialect {
  char separator = ',';
  bool has_escapes = false;  // quotes in cells are escaped with a backslash, not doubled
  bool has_spaces = false;   // cells and their quotes have spaces before them: a, "b"
  friend bool operator==(const CsvDialect&, const CsvDialect&) = default;
};

// What a file says once for all its records. `before`, `row` and `ending` together are its first bytes.
struct FileHeader {
  std::string before = {};  // of CSV: a byte order mark, blank lines, a "sep=" line
  std::string row = {};     // of CSV: the header row; of RSS: the XML declaration
  std::string ending = {};  // of CSV: the row's line end
  CsvDialect dialect = {};
};

// The bytes of one record, not yet parsed. Cutting a feed into records is sequential; parsing them is not. The `bytes`
// and `ending` of all records in turn are the file, except for what lies between records.
struct Record {
  Origin origin;
  std::string bytes;        // a line without its line end, a CSV row, or a whole file; at most kMaxRecordBytes + 1
  std::string ending = {};  // the line end: "\n", "\r\n", "\r", or nothing at the end of the file
  FeedFormat format = FeedFormat::kJsonl;
  std::shared_ptr<const FileHeader> header = {};  // of CSV and RSS
  std::string fault = {};                         // why it could not be cut out whole; empty: no fault
};

// What the bytes of a document are.
enum class Markup : unsigned char {
  kNone,      // text
  kPage,      // an HTML page: an article and what surrounds it
  kFragment,  // HTML of the article only, as in feeds
};

// One text to be judged.
struct Document {
  std::string id;                  // the id field, or "FILE:LINE", or the file's name
  bool id_is_integer = false;      // the id field was a JSON integer and is written as one
  std::string url;                 // empty when the record has none
  std::string bytes;               // the text as the record holds it
  std::string charset;             // declared charset; empty: detect it. JSON strings are "utf-8".
  std::size_t replaced_bytes = 0;  // invalid bytes that the feed has already replaced by U+FFFD
  bool is_cut = false;  // the record's text is incomplete: compressed data was damaged, or not all was fetched
  Markup markup = Markup::kNone;
  // As the record has them, else empty.
  std::string title;
  bool title_has_entities = false;  // it has character references, as in HTML
  std::string date;                 // of publication; in WARC, of the crawl
  std::string host;                 // of `url`, in lower case, without "www." and port
  std::string group;                // the value of FieldNames::group
};

// A record without a document. It is reported, counted and skipped; the next records are read as usual.
struct Rejected {
  Origin origin;
  std::string reason;
  bool is_broken = true;  // false: it is not meant to hold an article (a WARC request, an image, a feed's frame)
};

}  // namespace calque
