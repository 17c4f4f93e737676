// open_feed with its sizes as parameters, so that tests can make them small.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "calque/feed.h"

namespace calque {

// What simdjson may read beyond a record's end. Records are made with this much room, which spares the parser a copy.
inline constexpr std::size_t kRecordPadding = 64;

struct FeedSizes {
  std::size_t buffer_bytes = std::size_t{1} << 20;   // at least 8
  std::size_t record_bytes = kMaxRecordBytes;        // longer records are cut off after one more byte
  std::size_t quoted_bytes = std::size_t{16} << 20;  // how far the end of a quoted CSV cell is looked for
  std::uint64_t window_bytes = kUsualWindow;         // how far back compressed data may look
};

Expected<std::unique_ptr<RecordSource>> open_source(const std::string& path, FeedFormat format,
                                                    const FieldNames& fields, const FeedSizes& sizes);

}  // namespace calque
