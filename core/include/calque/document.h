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
  std::uint64_t line = 0;    // 1-based; 0 when the record is a whole file
  std::uint64_t offset = 0;  // bytes from the start of the file
};

// Longer records are cut off by the feed and rejected by the parser: no article is that long, and memory stays bounded.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{512} << 20;

// The bytes of one record, not yet parsed. Cutting a feed into records is sequential; parsing them is not.
struct Record {
  Origin origin;
  std::string bytes;  // a JSONL line without its line end, or a whole file; at most kMaxRecordBytes + 1
};

// One text to be judged.
struct Document {
  std::string id;                  // the id field, or "FILE:LINE", or the file's name
  bool id_is_integer = false;      // the id field was a JSON integer and is written back as one
  std::string url;                 // empty when the record has none
  std::string bytes;               // the text as the record holds it
  std::string charset;             // declared charset; empty: to be detected. JSON strings are "utf-8".
  std::size_t replaced_bytes = 0;  // invalid bytes that the feed has already replaced by U+FFFD
};

// A record that holds no document: reported, counted and passed over; the others go on.
struct Rejected {
  Origin origin;
  std::string reason;
};

}  // namespace calque
