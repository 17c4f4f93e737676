#include "feeds/table.h"

#include <algorithm>
#include <tuple>

#include "base/utf8.h"

namespace calque::feeds {
namespace {

constexpr std::size_t kMostExampleBytes = 160;

// A stretch of text, cut between code points to fit into a row.
std::string excerpt(std::string_view text) {
  if (text.size() <= kMostExampleBytes) return std::string(text);
  std::size_t end = kMostExampleBytes;
  while (end > 0 && is_continuation(text[end])) --end;
  return std::string(text.substr(0, end)) + "\u2026";
}

std::string feed_of(const Document& document, const Article& article, const Origin& origin, By by) {
  if (by == By::kFile) return *origin.file;
  const std::string& host = document.host.empty() ? article.host : document.host;
  return by == By::kHost && !host.empty() ? host : document.group;
}

void add_artifact(const Finding& finding, const Document& document, const Article& article, Facts& facts) {
  const auto same = std::ranges::find(facts.artifacts, finding.type, &std::pair<ArtifactType, Example>::first);
  if (same != facts.artifacts.end() && finding.severity <= same->second.severity) return;
  // Findings in the page's code have no place in its text.
  const std::string_view found = finding.span.empty() ? finding.why : finding.span.of(article.text);
  Example example{excerpt(found), finding.suggestion, document.id, finding.severity};
  if (same == facts.artifacts.end()) {
    facts.artifacts.emplace_back(finding.type, std::move(example));
  } else {
    same->second = std::move(example);
  }
}

}  // namespace

Facts facts_of(const Document& document, const Origin& origin, const Analysis& analysis, By by) {
  Facts facts;
  facts.feed = feed_of(document, analysis.article, origin, by);
  facts.day = day_of(analysis.article.date);
  const Verdict& verdict = analysis.verdict;
  if (verdict.label != Label::kHuman) facts.language = verdict.source_language;
  facts.quality = verdict.quality;
  facts.is_scored = verdict.basis == Basis::kScored;
  facts.is_machine = verdict.label == Label::kMachine;
  for (const Finding& finding : analysis.findings) add_artifact(finding, document, analysis.article, facts);
  return facts;
}

void Feed::add(const Facts& facts, Period period) {
  ++articles;
  if (!facts.is_scored) return;
  ++counts.scored;
  if (facts.is_machine) ++counts.machine;
  if (facts.quality) {
    quality_sum += *facts.quality;
    ++rated;
  }
  if (!facts.language.empty()) ++languages[facts.language];
  for (const auto& [type, example] : facts.artifacts) {
    ArtifactFigures& figures = artifacts[type];
    if (figures.articles++ == 0 || example.severity > figures.example.severity) figures.example = example;
  }
  if (!facts.day) return;
  Counts& then = periods[first_day(*facts.day, period)];
  ++then.scored;
  if (facts.is_machine) ++then.machine;
}

std::optional<double> Feed::quality() const {
  if (rated == 0) return std::nullopt;
  return quality_sum / static_cast<double>(rated);
}

std::vector<std::pair<std::string, std::uint64_t>> Feed::common_languages() const {
  std::vector<std::pair<std::string, std::uint64_t>> common(languages.begin(), languages.end());
  std::ranges::stable_sort(common, std::ranges::greater(), &std::pair<std::string, std::uint64_t>::second);
  return common;
}

std::vector<std::pair<ArtifactType, const ArtifactFigures*>> Feed::common_artifacts() const {
  std::vector<std::pair<ArtifactType, const ArtifactFigures*>> common;
  for (const auto& [type, figures] : artifacts) common.emplace_back(type, &figures);
  std::ranges::stable_sort(common, std::ranges::greater(), [](const auto& entry) { return entry.second->articles; });
  return common;
}

void Table::add(const Facts& facts) {
  feeds_[facts.feed].add(facts, period_);
  all_.add(facts, period_);
}

Ranking Table::rank() {
  Ranking ranking{{}, std::move(all_), {}, period_};
  std::vector<Counts> counts;
  for (auto& [name, feed] : feeds_) {
    feed.name = name;
    counts.push_back(feed.counts);
    ranking.feeds.push_back(std::move(feed));
  }
  ranking.prior = fit_prior(counts);
  ranking.all.share = shrunk_share(ranking.all.counts, Prior{});
  for (Feed& feed : ranking.feeds) feed.share = shrunk_share(feed.counts, ranking.prior);
  std::ranges::sort(ranking.feeds, [](const Feed& left, const Feed& right) {
    return std::tie(right.share.low, left.name) < std::tie(left.share.low, right.name);
  });
  return ranking;
}

}  // namespace calque::feeds
