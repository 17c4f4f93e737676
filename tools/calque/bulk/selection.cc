#include "bulk/selection.h"

#include <xxhash.h>

#include <cmath>

#include "feed/warc.h"

namespace calque {
namespace {

bool is_chosen(std::string_view key, const Selection& selection) {
  const std::uint64_t hash = XXH3_64bits(key.data(), key.size());
  const bool in_sample = selection.sample >= 1 || std::ldexp(static_cast<double>(hash), -64) < selection.sample;
  return in_sample && hash % selection.shards == selection.shard - 1;
}

std::string key_of(const Record& record, const std::optional<Parsed>& parsed) {
  if (parsed && *parsed) return (*parsed)->id;
  const std::string_view address = record.format == FeedFormat::kWarc ? target_uri(record.bytes) : std::string_view();
  return address.empty() ? name_of(record.origin) : std::string(address);
}

// The head of a feed, and its end.
bool is_frame(const Record& record, const std::optional<Parsed>& parsed) {
  return record.format == FeedFormat::kRss && !*parsed && !parsed->error().is_broken;
}

}  // namespace

bool Picker::picks(const Record& record, std::optional<Parsed>& parsed) {
  if (selection_.takes_all()) return true;
  if (record.format != FeedFormat::kWarc) parsed = parser_.parse(record);
  if (is_frame(record, parsed)) return true;
  if (is_done() || !is_chosen(key_of(record, parsed), selection_)) return false;
  if (selection_.limit == 0) return true;
  if (!parsed) parsed = parser_.parse(record);
  if (*parsed) ++articles_;
  return true;
}

}  // namespace calque
