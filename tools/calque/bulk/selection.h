// Selects records of the input: a sample, a shard, the first few.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "calque/feed.h"

namespace calque {

struct Selection {
  std::uint64_t limit = 0;  // articles; 0: all
  double sample = 1;        // the share of the ids
  std::uint64_t shard = 1;  // of `shards`, from 1
  std::uint64_t shards = 1;

  bool takes_all() const { return limit == 0 && sample >= 1 && shards == 1; }
};

// The document in a record, or why there is none.
using Parsed = tl::expected<Document, Rejected>;

// Sample and shard depend only on the XXH3 hash of the id: a record is in the sample if the hash as a fraction of 2^64
// is under the share, and its shard is the hash modulo the number of shards. So neither depends on the place of an
// article or on its neighbours, a sample of 1 % is part of the sample of 2 %, and articles with the same id stay
// together. WARC uses the address in place of the id, so that a response stays with its request and its metadata.
// Records without either use their place, FILE:LINE. The parts of a feed around its items are always selected, because
// the output would not be a feed without them.
class Picker {
 public:
  // `articles` is the number selected before.
  Picker(const Selection& selection, const FieldNames& fields, std::uint64_t articles = 0)
      : selection_(selection), parser_(fields), articles_(articles) {}

  // Sets `parsed` if the record had to be parsed, so that nothing is parsed twice.
  bool picks(const Record& record, std::optional<Parsed>& parsed);
  std::uint64_t articles() const { return articles_; }
  // Whether the limit is reached: only the parts of a feed around its items are still selected.
  bool is_done() const { return selection_.limit > 0 && articles_ >= selection_.limit; }

 private:
  Selection selection_;
  RecordParser parser_;
  std::uint64_t articles_;  // selected, counted only if there is a limit
};

}  // namespace calque
