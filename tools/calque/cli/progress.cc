#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <optional>

#include "base/grouped.h"
#include "cli/terminal.h"

namespace calque {
namespace {

constexpr double kMega = 1e6;
constexpr std::size_t kBarColumns = 10;
constexpr std::chrono::milliseconds kBetweenUpdates{200};

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

// "[####------] 41 %, 1,204 articles, 12.3 MB/s, 25.7 % machine, 2 min left". `share` is that of the input that was
// read, `recent_share` that read in these seconds; without them no bar and no time.
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

}  // namespace

std::string summary(const Tally& tally, const Tally& recent, double seconds) {
  const std::uint64_t articles = tally.articles();
  std::string line = fmt::format("{} article{}: {} machine, {} human", grouped(articles), articles == 1 ? "" : "s",
                                 grouped(tally.labelled(Label::kMachine)), grouped(tally.labelled(Label::kHuman)));
  append_count(tally.labelled(Label::kUndecided), "undecided", line);
  append_count(tally.based(Basis::kTooShort), "too short", line);
  append_count(tally.based(Basis::kOtherLanguage), "other language", line);
  append_count(tally.based(Basis::kNotText), "not text", line);
  append_count(tally.based(Basis::kNoArticle), "without an article", line);
  append_count(tally.based(Basis::kTooLarge), "too large", line);
  append_count(tally.based(Basis::kTooSlow), "too slow", line);
  append_count(tally.cut, "cut short", line);
  if (tally.others > 0) line += fmt::format("; {} other records", grouped(tally.others));
  if (tally.rejected > 0) line += fmt::format("; {} rejected", grouped(tally.rejected));
  const auto rate = static_cast<std::uint64_t>(per_second(static_cast<double>(recent.articles()), seconds));
  return line + fmt::format("; {:.1f} MB in {:.1f} s, {} articles/s", static_cast<double>(recent.bytes) / kMega,
                            seconds, grouped(rate));
}

double ProgressLine::seconds() const { return std::chrono::duration<double>(Clock::now() - begin_).count(); }

void ProgressLine::begin_after(const Tally& tally, std::uint64_t bytes) {
  earlier_ = tally;
  earlier_bytes_ = bytes;
}

bool ProgressLine::is_due() {
  const auto now = Clock::now();
  if (!shown_ || now - last_ < kBetweenUpdates) return false;
  last_ = now;
  return true;
}

void ProgressLine::draw(std::string_view line) {
  drawn_ = true;
  const std::string drawing = fmt::format("\r{}\x1b[K", line);
  std::fwrite(drawing.data(), 1, drawing.size(), stderr);
}

void ProgressLine::update(const Tally& tally, std::uint64_t bytes) {
  if (!is_due()) return;
  std::optional<double> share;
  double recent_share = 0;
  if (total_ > 0) {
    share = std::min(1.0, static_cast<double>(bytes) / static_cast<double>(total_));
    recent_share = static_cast<double>(bytes - earlier_bytes_) / static_cast<double>(total_);
  }
  std::string shown = progress(tally, recent(tally), seconds(), share, recent_share);
  shown.resize(std::min<std::size_t>(shown.size(), terminal_width(STDERR_FILENO) - 1));  // or it would wrap
  draw(shown);
}

void ProgressLine::update(std::string_view line) {
  if (is_due()) draw(line);
}

void ProgressLine::clear() {
  if (drawn_) std::fputs("\r\x1b[K", stderr);
  drawn_ = false;
}

}  // namespace calque
