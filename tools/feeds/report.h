// Writes a ranking of feeds for people and for programs.
#pragma once

#include <string>
#include <string_view>

#include "calque/report.h"
#include "feeds/table.h"

namespace calque::feeds {

// What a report says about its origin.
struct About {
  std::string by;  // what the feeds are: "host"
  std::string model;
  double threshold = 0;
};

// One row for each feed, cut to the terminal's width.
std::string table_of(const Ranking& ranking, const About& about, const TerminalOptions& options);

// One object: by, version, model, threshold, period, prior, all, feeds.
std::string json_of(const Ranking& ranking, const About& about);

// RFC 4180, with a header and one row for each feed.
std::string csv_of(const Ranking& ranking, const About& about);

// A self-contained page with at most the first `most` feeds.
std::string page_of(const Ranking& ranking, const About& about, std::size_t most);

// The feed's name; "(none)" for the articles without the field.
std::string_view shown_name(const Feed& feed);
// "12.5 %"
std::string percent(double share);
// "week"
std::string_view period_word(Period period);

}  // namespace calque::feeds
