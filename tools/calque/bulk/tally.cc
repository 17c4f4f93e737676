#include "bulk/tally.h"

#include <fmt/format.h>

#include <algorithm>

#include "writing/numbers.h"

namespace calque {
namespace {

constexpr double kMega = 1e6;
constexpr std::size_t kBarColumns = 10;

using writing::grouped;

double per_second(double amount, double seconds) { return seconds > 0 ? amount / seconds : 0; }

// "40 s", "12 min", "3 h 20 min"
std::string shown_time(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min", whole / 60);
  return fmt::format("{} h {} min", whole / 3600, whole / 60 % 60);
}

void append_count(std::uint64_t count, std::string_view what, std::string& out) {
  if (count > 0) out += fmt::format(", {} {}", grouped(count), what);
}

}  // namespace

void Tally::count(const Verdict& verdict) {
  ++bases[static_cast<std::size_t>(verdict.basis)];
  if (verdict.basis == Basis::kScored) ++labels[static_cast<std::size_t>(verdict.label)];
}

Tally& Tally::operator+=(const Tally& other) {
  for (std::size_t i = 0; i < labels.size(); ++i) labels[i] += other.labels[i];
  for (std::size_t i = 0; i < bases.size(); ++i) bases[i] += other.bases[i];
  rejected += other.rejected;
  bytes += other.bytes;
  return *this;
}

std::uint64_t Tally::articles() const {
  std::uint64_t sum = 0;
  for (const std::uint64_t count : bases) sum += count;
  return sum;
}

Tally operator-(Tally all, const Tally& earlier) {
  for (std::size_t i = 0; i < all.labels.size(); ++i) all.labels[i] -= earlier.labels[i];
  for (std::size_t i = 0; i < all.bases.size(); ++i) all.bases[i] -= earlier.bases[i];
  all.rejected -= earlier.rejected;
  all.bytes -= earlier.bytes;
  return all;
}

std::string summary(const Tally& tally, const Tally& recent, double seconds) {
  const std::uint64_t articles = tally.articles();
  std::string line = fmt::format("{} article{}: {} machine, {} human", grouped(articles), articles == 1 ? "" : "s",
                                 grouped(tally.labelled(Label::kMachine)), grouped(tally.labelled(Label::kHuman)));
  append_count(tally.labelled(Label::kUndecided), "undecided", line);
  append_count(tally.based(Basis::kTooShort), "too short", line);
  append_count(tally.based(Basis::kNotEnglish), "not English", line);
  append_count(tally.based(Basis::kNotText), "not text", line);
  append_count(tally.based(Basis::kTooLarge), "too large", line);
  append_count(tally.based(Basis::kTooSlow), "too slow", line);
  if (tally.rejected > 0) line += fmt::format("; {} rejected", grouped(tally.rejected));
  const auto rate = static_cast<std::uint64_t>(per_second(static_cast<double>(recent.articles()), seconds));
  return line + fmt::format("; {:.1f} MB in {:.1f} s, {} articles/s", static_cast<double>(recent.bytes) / kMega,
                            seconds, grouped(rate));
}

std::string progress(const Tally& tally, const Tally& recent, double seconds, std::optional<double> share,
                     double recent_share) {
  const auto articles = static_cast<double>(tally.articles());
  const double flagged = per_second(static_cast<double>(tally.labelled(Label::kMachine)), articles);
  std::string line;
  if (share) {
    const auto filled = static_cast<std::size_t>(*share * kBarColumns);
    line = fmt::format("[{}{}] {:.0f} %, ", std::string(filled, '#'), std::string(kBarColumns - filled, '-'),
                       100 * *share);
  }
  line += fmt::format("{} articles, {:.1f} MB/s, {:.1f} % machine", grouped(tally.articles()),
                      per_second(static_cast<double>(recent.bytes) / kMega, seconds), 100 * flagged);
  if (share && recent_share > 0) line += ", " + shown_time(seconds * (1 - *share) / recent_share) + " left";
  return line;
}

}  // namespace calque
