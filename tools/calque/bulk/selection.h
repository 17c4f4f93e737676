// Which records of the input are taken: a sample, a shard, the first few.
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

// What a record holds, or why it holds nothing.
using Parsed = tl::expected<Document, Rejected>;

// An id alone, by its XXH3 hash, decides on the sample (the hash as a fraction of 2^64 lies under the share) and on the
// shard (the hash modulo their number): so neither depends on where an article stands or what stands beside it, a
// sample of 1 % is a part of that of 2 %, and articles with the same id stay together. Of WARC it is the address, in
// place of the id, so that a response stays with its request and its metadata. Records without either go by their
// place, FILE:LINE. What stands around the items of a feed is always taken, since without it there is no feed.
class Picker {
 public:
  // `articles` were taken before.
  Picker(const Selection& selection, const FieldNames& fields, std::uint64_t articles = 0)
      : selection_(selection), parser_(fields), articles_(articles) {}

  // `parsed` becomes what the record holds where that had to be known: to parse it again would be to do it twice.
  bool picks(const Record& record, std::optional<Parsed>& parsed);
  std::uint64_t articles() const { return articles_; }
  // Whether the limit is reached: from here on only what belongs around the items of a feed is taken.
  bool is_done() const { return selection_.limit > 0 && articles_ >= selection_.limit; }

 private:
  Selection selection_;
  RecordParser parser_;
  std::uint64_t articles_;  // taken, where there is a limit
};

}  // namespace calque
