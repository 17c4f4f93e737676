// One kind of source per way of cutting a file into records. open_source.h chooses among them.
#pragma once

#include <memory>
#include <string>

#include "calque/feed.h"
#include "feed/cutter.h"

namespace calque {

// Every line that is not blank is a record: kJsonl and kLines.
std::unique_ptr<RecordSource> make_line_source(Cutter cutter, std::string path, FeedFormat format);

// The whole file is one record: kText.
std::unique_ptr<RecordSource> make_file_source(Cutter cutter, std::string path, FeedFormat format);

struct CsvReading {
  CsvDialect dialect;
  std::string column;        // without which there is nothing to be read
  std::size_t quoted_bytes;  // how far the end of a quoted cell is looked for
};

// A header row, then rows, of which each may go over several lines: kCsv and kTsv. A row whose quoted cell is not
// closed within so many bytes, or closes where it cannot, is a fault of its first line alone; those that follow are
// read as if it had not been there. A header without the column is an error.
std::unique_ptr<RecordSource> make_csv_source(Cutter cutter, std::string path, FeedFormat format, CsvReading reading);

// An object each, in an array or not, over several lines or several in a line: kJson; those in "items": kJsonFeed. What
// is no object is a record with a fault, and so is one that breaks off: the next begins where one may begin.
std::unique_ptr<RecordSource> make_json_source(Cutter cutter, std::string path, FeedFormat format);

// A record per WARC record, with its line ends. A record whose Content-Length does not lead to its end has a fault, and
// the next one is found by its first line.
std::unique_ptr<RecordSource> make_warc_source(Cutter cutter, std::string path);
// The same of ARC 1 and 2, the format before WARC.
std::unique_ptr<RecordSource> make_arc_source(Cutter cutter, std::string path);

// A record per <item> or <entry>, and one each for what stands before the first and behind the last, which hold no
// article. Holds the file in memory.
std::unique_ptr<RecordSource> make_rss_source(Cutter cutter, std::string path);

// What the end of a file gives: nothing, or what was lost to damage on the way.
inline Expected<std::optional<Record>> end_of(const Cutter& cutter) {
  if (auto damage = cutter.damage()) return tl::unexpected(std::move(*damage));
  return std::optional<Record>();
}

inline constexpr std::string_view kDamagedHere = "the compressed data is damaged or cut short here";

}  // namespace calque
