#include "bulk/selection.h"

#include <xxhash.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cmath>
#include <utility>

#include "feed/warc.h"

namespace calque {
namespace {

constexpr std::uint64_t kMostShards = 1'000'000;

bool read_number(std::string_view text, std::uint64_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

// "3/8" -> 3 and 8.
std::optional<std::pair<std::uint64_t, std::uint64_t>> read_shard(std::string_view text) {
  const std::size_t slash = text.find('/');
  std::uint64_t shard = 0;
  std::uint64_t shards = 0;
  if (slash == std::string_view::npos || !read_number(text.substr(0, slash), shard) ||
      !read_number(text.substr(slash + 1), shards)) {
    return std::nullopt;
  }
  if (shard < 1 || shard > shards || shards > kMostShards) return std::nullopt;
  return std::pair(shard, shards);
}

std::string check_shard(const std::string& text) {
  return read_shard(text) ? std::string() : "give the shard and how many there are, as 1/8 to 8/8";
}

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

std::optional<double> read_share(std::string_view text) {
  const bool percent = text.ends_with('%');
  if (percent) text.remove_suffix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (percent) value /= 100;
  if (error != std::errc() || end != text.data() + text.size() || !(value > 0) || value > 1) return std::nullopt;
  return value;
}

std::string check_share(const std::string& text) {
  return read_share(text) ? std::string() : "give a share, over 0 and at most 1, as 80% or 0.8";
}

void add_selection_options(CLI::App& command, Selection& selection) {
  command.add_option("--limit", selection.limit, "Stop after N articles")
      ->type_name("N")
      ->check(CLI::PositiveNumber)
      ->group("Selection");
  command
      .add_option_function<std::string>(
          "--sample", [&](const std::string& text) { selection.sample = *read_share(text); },
          "Only this share of the articles, 1% or 0.01, always the same ones: by their ids, of WARC by their addresses")
      ->type_name("SHARE")
      ->check(check_share)
      ->group("Selection");
  command
      .add_option_function<std::string>(
          "--shard", [&](const std::string& text) { std::tie(selection.shard, selection.shards) = *read_shard(text); },
          "Only the I-th of N parts, from 1/N to N/N; an article's id, of WARC its address, says in which it is")
      ->type_name("I/N")
      ->check(check_shard)
      ->group("Selection");
}

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
