// One kind of source per way of cutting a file into records. open_source.h chooses among them.
#pragma once

#include <memory>
#include <string>

#include "calque/feed.h"
#include "feed/cutter.h"

namespace calque {

// kJsonl and kLines: every line that is not blank is a record.
std::unique_ptr<RecordSource> make_line_source(Cutter cutter, std::string path, FeedFormat format);

// kText: the whole file is one record.
std::unique_ptr<RecordSource> make_file_source(Cutter cutter, std::string path, FeedFormat format);

struct CsvReading {
  CsvDialect dialect;
  std::string column;        // must be in the header
  std::size_t quoted_bytes;  // the longest search for the end of a quoted cell
};

// kCsv and kTsv: a header row, then rows, each on one or more lines. If a row's quoted cell is not closed within
// `quoted_bytes`, or is closed in an impossible place, only the row's first line is a record with a fault; the lines
// after it are read as if it were not there. A header without the column is an error.
std::unique_ptr<RecordSource> make_csv_source(Cutter cutter, std::string path, FeedFormat format, CsvReading reading);

// One record per object. kJson: in an array or not, over several lines or several in a line; kJsonFeed: the objects in
// "items". Anything else and an incomplete object are records with a fault; reading continues where the next object may
// begin.
std::unique_ptr<RecordSource> make_json_source(Cutter cutter, std::string path, FeedFormat format);

// One record per WARC record, with its line ends. A record whose Content-Length is wrong has a fault; the next one is
// found by its first line.
std::unique_ptr<RecordSource> make_warc_source(Cutter cutter, std::string path);
// The same for ARC 1 and 2, the format before WARC.
std::unique_ptr<RecordSource> make_arc_source(Cutter cutter, std::string path);

// One record per <item> or <entry>. What comes before the first and after the last are records too, without an article.
// Holds the file in memory.
std::unique_ptr<RecordSource> make_rss_source(Cutter cutter, std::string path);

// The result at the end of a file: nothing, or the error for damage in it.
inline Expected<std::optional<Record>> end_of(const Cutter& cutter) {
  if (auto damage = cutter.damage()) return tl::unexpected(std::move(*damage));
  return std::optional<Record>();
}

inline constexpr std::string_view kDamagedHere = "the compressed data is damaged or cut short here";

}  // namespace calque
