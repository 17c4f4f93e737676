#include "feeds/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/grouped.h"
#include "base/json_writer.h"
#include "report/screen.h"

namespace calque::feeds {
namespace {

constexpr unsigned kFigureColumns = 47;  // between the name and the artifact
constexpr unsigned kWideTerminal = 110;
constexpr unsigned kLeastColumns = 80;  // the width for narrower terminals

unsigned name_columns(const TerminalOptions& options) { return options.width >= kWideTerminal ? 30 : 20; }

unsigned artifact_columns(const TerminalOptions& options) {
  return std::max(options.width, kLeastColumns) - kFigureColumns - name_columns(options);
}

std::string shown_artifact(ArtifactType type, const ArtifactFigures& figures) {
  const std::string what =
      figures.example.suggestion.empty() ? std::string(artifact_name(type)) : figures.example.suggestion;
  return fmt::format("\"{}\": {}", figures.example.text, what);
}

std::string commonest_artifact(const Feed& feed) {
  const auto artifacts = feed.common_artifacts();
  return artifacts.empty() ? std::string() : shown_artifact(artifacts[0].first, *artifacts[0].second);
}

std::string commonest_language(const Feed& feed) {
  const auto languages = feed.common_languages();
  return languages.empty() ? std::string() : languages[0].first;
}

std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }

void append_row(const Feed& feed, const Palette& palette, const TerminalOptions& options, std::string& out) {
  const Share& share = feed.share;
  const std::string interval = feed.counts.scored == 0 ? "-"
                                                       : fmt::format("{:.1f} % [{:.0f}, {:.0f}]", 100 * share.mean,
                                                                     100 * share.low, 100 * share.high);
  const std::string_view color = share.low > 0.5 ? palette.bad : "";
  out += fmt::format("{}  {:>8}  {}{:>17}{}  {:>7}  {:>4}   ", screen_cell(shown_name(feed), name_columns(options)),
                     grouped(feed.articles), color, interval, color.empty() ? "" : palette.reset,
                     feed.quality() ? fmt::format("{:.0f}", *feed.quality()) : "-",
                     or_dash(screen_text(commonest_language(feed))));
  out += screen_cell(commonest_artifact(feed), artifact_columns(options));
  out.erase(out.find_last_not_of(' ') + 1);
  out += '\n';
}

std::string csv_cell(std::string_view text) {
  if (text.find_first_of("\",\r\n") == std::string_view::npos) return std::string(text);
  std::string cell = "\"";
  for (const char c : text) cell.append(c == '"' ? 2 : 1, c);
  return cell + "\"";
}

class JsonReport {
 public:
  std::string take(const Ranking& ranking, const About& about) {
    json_.object([&] {
      json_.key("by").string(about.by);
      json_.key("version").string(version());
      json_.key("model").string(about.model);
      json_.key("threshold").number(about.threshold);
      json_.key("period").string(period_word(ranking.period));
      json_.key("prior").object([&] {
        json_.key("alpha").number(ranking.prior.alpha);
        json_.key("beta").number(ranking.prior.beta);
      });
      json_.key("all").object([&] { add_feed(ranking.all, ranking.period); });
      json_.key("feeds").array([&] {
        for (const Feed& feed : ranking.feeds) add_named(feed, ranking.period);
      });
    });
    return out_ + "\n";
  }

 private:
  void add_named(const Feed& feed, Period period) {
    json_.object([&] {
      json_.key("name").string(feed.name);
      add_feed(feed, period);
    });
  }

  void add_feed(const Feed& feed, Period period) {
    json_.key("articles").integer(feed.articles);
    json_.key("scored").integer(feed.counts.scored);
    json_.key("machine").integer(feed.counts.machine);
    json_.key("share").number(feed.share.mean);
    json_.key("share_interval").numbers({feed.share.low, feed.share.high});
    json_.key("quality").number(feed.quality());
    json_.key("source_languages").object([&] {
      for (const auto& [language, count] : feed.common_languages()) json_.key(language).integer(count);
    });
    add_artifacts(feed);
    json_.key("trend").array([&] {
      for (const auto& [first, counts] : feed.periods) add_period(period_name(first, period), counts);
    });
  }

  void add_artifacts(const Feed& feed) {
    json_.key("artifacts").array([&] {
      for (const auto& [type, figures] : feed.common_artifacts()) {
        json_.object([this, type = type, figures = figures] {
          json_.key("type").string(artifact_name(type));
          json_.key("articles").integer(figures->articles);
          json_.key("example").string(figures->example.text);
          json_.key("suggestion").string(figures->example.suggestion);
          json_.key("id").string(figures->example.id);
        });
      }
    });
  }

  void add_period(const std::string& name, const Counts& counts) {
    json_.object([&] {
      json_.key("first").string(name);
      json_.key("scored").integer(counts.scored);
      json_.key("machine").integer(counts.machine);
    });
  }

  std::string out_;
  JsonWriter json_{out_, JsonLayout::kIndented};
};

}  // namespace

std::string_view shown_name(const Feed& feed) { return feed.name.empty() ? "(none)" : std::string_view(feed.name); }

std::string percent(double share) { return fmt::format("{:.1f} %", 100 * share); }

std::string_view period_word(Period period) {
  constexpr std::array<std::string_view, 4> kWords = {"day", "week", "month", "year"};
  return kWords[static_cast<std::size_t>(period)];
}

std::string table_of(const Ranking& ranking, const About& about, const TerminalOptions& options) {
  const Palette palette(options.color);
  std::string out = fmt::format("{}{}  {:>8}  {:>17}  {:>7}  {:>4}   commonest artifact{}\n", palette.bold,
                                screen_cell(about.by, name_columns(options)), "articles", "machine [95 %]", "quality",
                                "from", palette.reset);
  for (const Feed& feed : ranking.feeds) append_row(feed, palette, options, out);
  return out;
}

std::string json_of(const Ranking& ranking, const About& about) { return JsonReport().take(ranking, about); }

std::string csv_of(const Ranking& ranking, const About& about) {
  std::string out = csv_cell(about.by) +
                    ",articles,scored,machine,share,share_low,share_high,quality,source_language,artifact,example,"
                    "suggestion\n";
  for (const Feed& feed : ranking.feeds) {
    const auto artifacts = feed.common_artifacts();
    out +=
        fmt::format("{},{},{},{},{:.4f},{:.4f},{:.4f},{},{},", csv_cell(feed.name), feed.articles, feed.counts.scored,
                    feed.counts.machine, feed.share.mean, feed.share.low, feed.share.high,
                    feed.quality() ? fmt::format("{:.1f}", *feed.quality()) : "", csv_cell(commonest_language(feed)));
    if (artifacts.empty()) {
      out += ",,\n";
      continue;
    }
    const Example& example = artifacts[0].second->example;
    out += fmt::format("{},{},{}\n", artifact_name(artifacts[0].first), csv_cell(example.text),
                       csv_cell(example.suggestion));
  }
  return out;
}

}  // namespace calque::feeds
