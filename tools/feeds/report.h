// A ranking of feeds, in words and for programs.
#pragma once

#include <string>
#include <string_view>

#include "calque/report.h"
#include "feeds/table.h"

namespace calque::feeds {

// What a report says of itself.
struct About {
  std::string by;  // what the feeds are: "host"
  std::string model;
  double threshold = 0;
};

// A row for each feed, cut to the width.
std::string table_of(const Ranking& ranking, const About& about, const TerminalOptions& options);

// One object: by, version, model, threshold, period, prior, all, feeds.
std::string json_of(const Ranking& ranking, const About& about);

// RFC 4180, a row per feed, with a header.
std::string csv_of(const Ranking& ranking, const About& about);

// A page that stands alone, with all or the first `most` feeds in it.
std::string page_of(const Ranking& ranking, const About& about, std::size_t most);

// "(none)" for the feed of those that have no such field.
std::string_view shown_name(const Feed& feed);
// "12.5 %"
std::string percent(double share);
// "week"
std::string_view period_word(Period period);

}  // namespace calque::feeds
