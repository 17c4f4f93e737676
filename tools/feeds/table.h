// A table of feeds, each with the totals of its articles.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "calque/analyzer.h"
#include "feeds/calendar.h"
#include "feeds/share.h"

namespace calque::feeds {

// A feed is the articles of one host (of their URL, or else in a field of that name), of one file, or with the same
// value in a field.
enum class By { kHost, kFile, kField };

// An example of an artifact in an article.
struct Example {
  std::string text;        // "the main slap"
  std::string suggestion;  // "the main blow", or empty
  std::string id;          // of the article
  Severity severity = Severity::kMinor;
};

// The facts that a table needs of one article, so that it does not keep articles.
struct Facts {
  std::string feed;
  std::optional<std::chrono::sys_days> day;
  std::string language;           // empty if the verdict names none, or if a person wrote the article
  std::optional<double> quality;  // of scored articles
  bool is_scored = false;
  bool is_machine = false;
  std::vector<std::pair<ArtifactType, Example>> artifacts;  // the worst of each type, the first of equals
};

Facts facts_of(const Document& document, const Origin& origin, const Analysis& analysis, By by);

struct ArtifactFigures {
  std::uint64_t articles = 0;  // with this artifact
  Example example;             // the first of the worst
};

struct Feed {
  std::string name;
  std::uint64_t articles = 0;
  Counts counts;
  double quality_sum = 0;  // over `rated` articles
  std::uint64_t rated = 0;
  std::map<std::string, std::uint64_t> languages;
  std::map<ArtifactType, ArtifactFigures> artifacts;
  std::map<std::chrono::sys_days, Counts> periods;  // by their first days
  Share share;                                      // see Ranking

  void add(const Facts& facts, Period period);
  std::optional<double> quality() const;  // the mean
  // Commonest first.
  std::vector<std::pair<std::string, std::uint64_t>> common_languages() const;
  std::vector<std::pair<ArtifactType, const ArtifactFigures*>> common_artifacts() const;
};

struct Ranking {
  std::vector<Feed> feeds;  // by the lower end of the interval, largest first, so that the surest come first
  Feed all;                 // their sum; its share has Jeffreys' prior
  Prior prior;
  Period period = Period::kMonth;
};

class Table {
 public:
  explicit Table(Period period) : period_(period) {}

  void add(const Facts& facts);
  // Takes the feeds out.
  Ranking rank();

 private:
  Period period_;
  std::unordered_map<std::string, Feed> feeds_;
  Feed all_;
};

}  // namespace calque::feeds
