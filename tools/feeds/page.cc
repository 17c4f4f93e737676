// The report as a page. Plots are SVG without text, stretched to the available width. Their labels are HTML beside
// them, so they are as readable on a phone as on a desktop.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "base/grouped.h"
#include "feeds/assets/feeds.css.h"
#include "feeds/report.h"
#include "language/language_name.h"
#include "report/html.h"

namespace calque::feeds {
namespace {

using std::chrono::sys_days;

constexpr std::size_t kMostPeriods = 60;
constexpr double kOutlyingDates = 0.005;  // at each end: wrong dates would stretch the plot until it shows nothing
constexpr std::size_t kShownArtifacts = 5;
constexpr std::size_t kShownLanguages = 3;
constexpr double kTrendWidth = 1000;  // in units of the plot, whose height is 100, for per cent
constexpr std::size_t kMostLabels = 6;
constexpr double kEdge = 10;  // per cent of the width: labels closer to an edge are not centred, so they stay inside

struct Trend {
  std::vector<std::pair<sys_days, Counts>> periods;
  std::uint64_t outside = 0;  // articles of other periods
  sys_days first, last;
};

// The last periods, at most kMostPeriods with those in between, without outliers.
Trend trend_of(const Feed& all, Period period) {
  Trend trend;
  std::uint64_t total = 0;
  for (const auto& [first, counts] : all.periods) total += counts.scored;
  const auto cut = static_cast<std::uint64_t>(kOutlyingDates * static_cast<double>(total));
  std::uint64_t before = 0;
  for (const auto& [first, counts] : all.periods) {
    const bool is_inside = before + counts.scored > cut && before < total - cut;
    before += counts.scored;
    if (is_inside) trend.periods.emplace_back(first, counts);
  }
  if (trend.periods.empty()) return trend;
  trend.last = trend.periods.back().first;
  std::vector<sys_days> starts;
  for (sys_days at = trend.periods.front().first; at <= trend.last; at = next_period(at, period)) starts.push_back(at);
  trend.first = starts[starts.size() - std::min(starts.size(), kMostPeriods)];
  std::erase_if(trend.periods, [&](const auto& entry) { return entry.first < trend.first; });
  trend.outside = total;
  for (const auto& [first, counts] : trend.periods) trend.outside -= counts.scored;
  return trend;
}

class Page {
 public:
  Page(const Ranking& ranking, const About& about, std::size_t most)
      : ranking_(ranking), about_(about), most_(most), trend_(trend_of(ranking.all, ranking.period)) {}

  std::string take();

 private:
  void add(std::string_view html) { out_ += html; }
  void add_text(std::string_view text) { append_html(text, out_); }
  template <class... Values>
  void format(fmt::format_string<Values...> pattern, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), pattern, std::forward<Values>(values)...);
  }
  void add_tile(std::string_view figure, std::string_view what);
  void add_heading();
  void add_trend();
  void add_share_plot();
  void add_volume_plot();
  void add_labels();
  void add_ranking();
  void add_row(const Feed& feed, std::size_t rank);
  void add_interval(const Share& share);
  void add_spark(const Feed& feed);
  void add_artifacts(const Feed& feed);
  void add_artifact(ArtifactType type, const ArtifactFigures& figures);
  void add_method();
  double position(sys_days first) const;

  const Ranking& ranking_;
  const About& about_;
  std::size_t most_;
  Trend trend_;
  std::string out_;
};

void Page::add_tile(std::string_view figure, std::string_view what) {
  add("<li><b>");
  add_text(figure);
  add("</b>");
  add_text(what);
  add("</li>\n");
}

void Page::add_heading() {
  const Feed& all = ranking_.all;
  add("<header><h1>Machine translation by ");
  add_text(about_.by);
  add("</h1>\n<p class=\"muted\">Which feeds carry machine-translated news, and how much of it.</p>\n<ul "
      "class=\"tiles\">");
  add_tile(grouped(ranking_.feeds.size()), ranking_.feeds.size() == 1 ? "feed" : "feeds");
  add_tile(grouped(all.articles), fmt::format("articles, {} scored", grouped(all.counts.scored)));
  if (all.counts.scored > 0) {
    add_tile(percent(all.share.mean), fmt::format("machine-translated; 95 % interval {:.1f} to {:.1f}",
                                                  100 * all.share.low, 100 * all.share.high));
  }
  if (all.quality()) add_tile(fmt::format("{:.0f}", *all.quality()), "mean quality of 100");
  add("</ul></header>\n");
}

// The middle of a period on the axis, 0 to kTrendWidth. Periods have about the same length.
double Page::position(sys_days first) const {
  const double all = static_cast<double>((next_period(trend_.last, ranking_.period) - trend_.first).count());
  const auto next = next_period(first, ranking_.period);
  return kTrendWidth * static_cast<double>((first - trend_.first + (next - first) / 2).count()) / all;
}

void Page::add_share_plot() {
  std::string line, dots, upper, lower;
  for (const auto& [first, counts] : trend_.periods) {
    const double x = position(first);
    const Share share = shrunk_share(counts, Prior{});
    line += fmt::format("{}{:.1f} {:.2f}", line.empty() ? "M" : "L", x, 100 - 100 * share.mean);
    dots += fmt::format("M{:.1f} {:.2f}h0", x, 100 - 100 * share.mean);
    upper += fmt::format("{:.1f},{:.2f} ", x, 100 - 100 * share.high);
    lower.insert(0, fmt::format("{:.1f},{:.2f} ", x, 100 - 100 * share.low));
  }
  format(
      "<svg viewBox=\"0 0 {0} 100\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Share machine-translated "
      "over time\"><path class=\"grid\" d=\"M0 0H{0}M0 25H{0}M0 50H{0}M0 75H{0}M0 100H{0}\"/>",
      kTrendWidth);
  if (trend_.periods.size() > 1) {
    format("<polygon class=\"band\" points=\"{}{}\"/><path class=\"line\" d=\"{}\"/>", upper, lower, line);
  }
  format("<path class=\"dots\" d=\"{}\"/></svg>\n", dots);
}

void Page::add_volume_plot() {
  std::uint64_t most = 1;
  for (const auto& [first, counts] : trend_.periods) most = std::max(most, counts.scored);
  const double width = kTrendWidth / std::max(1.0, kTrendWidth / (2 * position(trend_.first))) * 0.8;
  format(
      "<div class=\"y\"><span style=\"top:1.3rem\">{}</span></div><svg class=\"volume\" viewBox=\"0 0 {} 100\" "
      "preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Scored articles over time, at most {}\"><g "
      "class=\"bars\">",
      grouped(most), kTrendWidth, most);
  for (const auto& [first, counts] : trend_.periods) {
    const double height = 100 * static_cast<double>(counts.scored) / static_cast<double>(most);
    format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>", position(first) - width / 2,
           100 - height, width, height);
  }
  add("</g></svg>\n");
}

void Page::add_labels() {
  std::vector<sys_days> starts;
  for (sys_days at = trend_.first; at <= trend_.last; at = next_period(at, ranking_.period)) starts.push_back(at);
  const std::size_t step = (starts.size() + kMostLabels - 1) / kMostLabels;
  add("<div class=\"x\">");
  for (std::size_t i = step / 2; i < starts.size(); i += step) {
    const double left = 100 * position(starts[i]) / kTrendWidth;
    format("<span class=\"{} {}\" style=\"left:{:.1f}%\">{}</span>", (i / step) % 2 == 1 ? "minor" : "",
           left < kEdge         ? "first"
           : left > 100 - kEdge ? "last"
                                : "",
           left, period_name(starts[i], ranking_.period));
  }
  add("</div>");
}

void Page::add_trend() {
  if (trend_.periods.empty()) return;
  add("<section><h2>Over time</h2>\n");
  format(
      "<p class=\"legend\">Share machine-translated by {}, with its 95 % interval; below, how many articles were "
      "scored.",
      period_word(ranking_.period));
  if (trend_.outside > 0) {
    format(" {} with other dates are not shown.", grouped(trend_.outside));
  }
  add("</p>\n<div class=\"plot\"><div class=\"y\">");
  for (const int value : {0, 25, 50, 75, 100}) format("<span style=\"top:{}%\">{} %</span>", 100 - value, value);
  add("</div>");
  add_share_plot();
  add_volume_plot();
  add_labels();
  add("</div></section>\n");
}

void Page::add_interval(const Share& share) {
  format(
      "<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{:.1f} %, {:.1f} to {:.1f}\">"
      "<path class=\"grid\" d=\"M0 0V10M25 0V10M50 0V10M75 0V10M100 0V10\"/><path class=\"range\" d=\"M{:.2f} "
      "5H{:.2f}\"/>"
      "<path class=\"mean\" d=\"M{:.2f} 5h0\"/></svg>",
      100 * share.mean, 100 * share.low, 100 * share.high, 100 * share.low, 100 * share.high, 100 * share.mean);
}

// A cell with the feed's share in each period with articles; empty without any.
void Page::add_spark(const Feed& feed) {
  const double width = std::max(4.0, 1.6 * position(trend_.first));
  std::string bars;
  for (auto at = feed.periods.lower_bound(trend_.first); at != feed.periods.end() && at->first <= trend_.last; ++at) {
    const double share = static_cast<double>(at->second.machine) / static_cast<double>(at->second.scored);
    bars += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>",
                        position(at->first) - width / 2, 96 * (1 - share), width, 4 + 96 * share);
  }
  if (bars.empty()) return add("<td class=\"share\"></td>");
  format(
      "<td class=\"share\" data-label=\"Over time\"><svg viewBox=\"0 0 {0} 100\" preserveAspectRatio=\"none\" "
      "role=\"img\" aria-label=\"Share over time\"><path class=\"grid\" d=\"M0 100H{0}\"/><g "
      "class=\"bars\">{1}</g></svg></td>",
      kTrendWidth, bars);
}

void Page::add_artifact(ArtifactType type, const ArtifactFigures& figures) {
  format("{} in {}: <q>", artifact_name(type), grouped(figures.articles));
  add_text(figures.example.text);
  add("</q>");
  if (figures.example.suggestion.empty()) return;
  add(", read <q>");
  add_text(figures.example.suggestion);
  add("</q>");
}

void Page::add_artifacts(const Feed& feed) {
  const auto artifacts = feed.common_artifacts();
  if (artifacts.empty()) return add("<span class=\"muted\">none</span>");
  if (artifacts.size() == 1) return add_artifact(artifacts[0].first, *artifacts[0].second);
  add("<details><summary>");
  add_artifact(artifacts[0].first, *artifacts[0].second);
  add("</summary><ul>");
  for (std::size_t i = 1; i < std::min(artifacts.size(), kShownArtifacts); ++i) {
    add("<li>");
    add_artifact(artifacts[i].first, *artifacts[i].second);
    add("</li>");
  }
  add("</ul></details>");
}

void Page::add_row(const Feed& feed, std::size_t rank) {
  format("<tr><td class=\"name\">{}. ", rank);
  add_text(shown_name(feed));
  format("</td><td class=\"number\" data-label=\"Articles\">{}</td>", grouped(feed.articles));
  if (feed.counts.scored == 0) {
    add("<td class=\"number\" data-label=\"Machine\">-</td><td class=\"interval\" data-label=\"Interval\">"
        "<span class=\"muted\">none scored</span></td>");
  } else {
    format(
        "<td class=\"number\" data-label=\"Machine\">{}<small>{:.0f} to {:.0f}</small></td><td class=\"interval\" "
        "data-label=\"Interval, 0 to 100 "
        "%\">",
        percent(feed.share.mean), 100 * feed.share.low, 100 * feed.share.high);
    add_interval(feed.share);
    add("</td>");
  }
  format("<td class=\"number\" data-label=\"Quality\">{}</td><td class=\"from\" data-label=\"From\">",
         feed.quality() ? fmt::format("{:.0f}", *feed.quality()) : "-");
  const auto languages = feed.common_languages();
  for (std::size_t i = 0; i < std::min(languages.size(), kShownLanguages); ++i) {
    if (i > 0) add(", ");
    add_text(language_name(languages[i].first));
  }
  if (languages.empty()) add("-");
  add("</td>");
  if (!trend_.periods.empty()) add_spark(feed);
  add("<td class=\"artifacts\" data-label=\"Commonest artifacts\">");
  add_artifacts(feed);
  add("</td></tr>\n");
}

void Page::add_ranking() {
  add("<section><h2>Ranking</h2>\n<p class=\"legend\">By the lower end of the interval, so that the surest feeds come "
      "first. The dot is the share, the line its 95 % interval.</p>\n<table><thead><tr><th>");
  add_text(about_.by);
  add("</th><th class=\"number\">articles</th><th class=\"number\">machine</th><th class=\"interval\"><span "
      "class=\"scale\"><span>0</span><span>50</span><span>100 %</span></span></th><th class=\"number\">quality</th>"
      "<th>from</th>");
  if (!trend_.periods.empty()) add("<th>over time</th>");
  add("<th>commonest artifacts, in how many articles</th></tr></thead><tbody>\n");
  const std::size_t shown = std::min(most_, ranking_.feeds.size());
  for (std::size_t i = 0; i < shown; ++i) add_row(ranking_.feeds[i], i + 1);
  add("</tbody></table>\n");
  if (shown < ranking_.feeds.size()) {
    format("<p class=\"muted\">{} more feeds are not shown.</p>\n", grouped(ranking_.feeds.size() - shown));
  }
  add("</section>\n");
}

void Page::add_method() {
  format(
      "<footer><p>An article counts as machine-translated when it is labelled so, from a probability of {:.4f}. Good "
      "engines leave few traces, so shares are lower bounds for them.</p>\n<p>The share of a feed with k such articles "
      "of n scored is (\u03b1 + k) / (\u03b1 + \u03b2 + n), its interval the middle 95 % of Beta(\u03b1 + k, "
      "\u03b2 + n \u2212 k). \u03b1 = {:.3f} and \u03b2 = {:.3f} were estimated from all feeds (empirical Bayes, "
      "Kleinman 1973): as if each had {:.1f} more articles like the average, so a few articles have little "
      "weight.</p>\n"
      "<p>",
      about_.threshold, ranking_.prior.alpha, ranking_.prior.beta, ranking_.prior.strength());
  format("Calque {}, model ", version());
  add_text(about_.model);
  add(".</p></footer>\n");
}

std::string Page::take() {
  out_ = html_begin("Machine translation by " + about_.by, assets::kFeedsCss);
  add_heading();
  add_trend();
  add_ranking();
  add_method();
  add(html_end());
  return std::move(out_);
}

}  // namespace

std::string page_of(const Ranking& ranking, const About& about, std::size_t most) {
  return Page(ranking, about, most).take();
}

}  // namespace calque::feeds
