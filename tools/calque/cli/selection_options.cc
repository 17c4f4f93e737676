#include "cli/selection_options.h"

#include <charconv>
#include <tuple>
#include <utility>

#include "cli/command.h"

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

void add_selection_options(Command& command, Selection& selection) {
  command.option("--limit", selection.limit, "Stop after N articles").value_name("N").positive().group("Selection");
  command
      .option(
          "--sample", [&](const std::string& text) { selection.sample = *read_share(text); },
          "Only this share of the articles, 1% or 0.01, always the same ones, chosen by id (WARC: by URL)")
      .value_name("SHARE")
      .check(check_share)
      .group("Selection");
  command
      .option(
          "--shard", [&](const std::string& text) { std::tie(selection.shard, selection.shards) = *read_shard(text); },
          "Only the I-th of N parts, from 1/N to N/N; an article's id (WARC: its URL) decides its part")
      .value_name("I/N")
      .check(check_shard)
      .group("Selection");
}

}  // namespace calque
