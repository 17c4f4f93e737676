// open_feed with its sizes as parameters, so that tests can make them small.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "calque/feed.h"

namespace calque {

// How far simdjson may read beyond a record's end. Records have this much spare room, so the parser need not copy them.
inline constexpr std::size_t kRecordPadding = 64;

struct FeedSizes {
  std::size_t buffer_bytes = std::size_t{1} << 20;   // at least 8
  std::size_t record_bytes = kMaxRecordBytes;        // longer records are cut off after one more byte
  std::size_t quoted_bytes = std::size_t{16} << 20;  // the longest search for the end of a quoted CSV cell
  std::uint64_t window_bytes = kUsualWindow;         // the largest window of compressed data
};

Expected<std::unique_ptr<RecordSource>> open_source(const std::string& path, FeedFormat format,
                                                    const FieldNames& fields, const FeedSizes& sizes);

}  // namespace calque
