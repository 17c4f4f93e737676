// Articles grouped by feed, and the reports on the feeds.
#include "feeds/table.h"

#include <simdjson.h>

#include "feeds/report.h"
#include "support/catch.h"

using namespace calque;
using namespace calque::feeds;

namespace {

Facts scored(const std::string& feed, bool is_machine, double quality = 50) {
  Facts facts;
  facts.feed = feed;
  facts.is_scored = true;
  facts.is_machine = is_machine;
  facts.quality = quality;
  facts.day = day_of("2026-03-05");
  return facts;
}

Ranking ranking_of(const std::vector<Facts>& articles) {
  Table table(Period::kMonth);
  for (const Facts& facts : articles) table.add(facts);
  return table.rank();
}

std::vector<Facts> copies(const Facts& facts, std::size_t count) { return std::vector<Facts>(count, facts); }

std::vector<Facts> together(std::vector<std::vector<Facts>> lists) {
  std::vector<Facts> all;
  for (const auto& list : lists) all.insert(all.end(), list.begin(), list.end());
  return all;
}

Facts with_artifact(Facts facts, Severity severity, const std::string& text) {
  facts.artifacts.emplace_back(ArtifactType::kWrongSense, Example{text, "better", "id-" + text, severity});
  return facts;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

const About kAbout{"host", "en-test 0123", 0.87};

// Closes a script, attribute, element, comment or style around it.
const std::string kHostile =
    "\"'><script>alert(1)</script><img src=x onerror=alert(1)>--></style>]]>&amp;\x1b[31m\u202e";

}  // namespace

TEST_CASE("Feeds are ranked by the lower end of their interval") {
  const Ranking ranking = ranking_of(
      together({copies(scored("few", true), 1), copies(scored("sure", true), 60), copies(scored("clean", false), 60),
                copies(scored("half", true), 10), copies(scored("half", false), 10)}));
  REQUIRE(ranking.feeds.size() == 4);
  CHECK(ranking.feeds[0].name == "sure");
  CHECK(ranking.feeds[1].name == "half");
  CHECK(ranking.feeds[3].name == "clean");
  CHECK(ranking.all.articles == 141);
  CHECK(ranking.all.counts.machine == 71);
}

TEST_CASE("Quality is the mean over scored articles, and articles without a score only count") {
  Facts short_one;
  short_one.feed = "a";
  const Ranking ranking = ranking_of({scored("a", false, 80), scored("a", true, 20), short_one});
  CHECK(ranking.feeds[0].articles == 3);
  CHECK(ranking.feeds[0].counts.scored == 2);
  CHECK(ranking.feeds[0].quality() == 50);
  CHECK(!ranking_of({short_one}).feeds[0].quality());
}

TEST_CASE("An artifact counts once per article, and its example is the first of the worst") {
  const Facts plain = scored("a", true);
  const Ranking ranking =
      ranking_of({plain, with_artifact(plain, Severity::kMinor, "one"), with_artifact(plain, Severity::kMajor, "two"),
                  with_artifact(plain, Severity::kMajor, "three")});
  const auto artifacts = ranking.feeds[0].common_artifacts();
  REQUIRE(artifacts.size() == 1);
  CHECK(artifacts[0].second->articles == 3);
  CHECK(artifacts[0].second->example.text == "two");
}

TEST_CASE("Facts come from the verdict, the findings and the date") {
  Document document;
  document.id = "7";
  document.host = "a.example";
  document.group = "desk";
  Analysis analysis;
  analysis.article.text = "the main slap to the the gangs";
  analysis.article.date = "Thu, 05 Mar 2026 06:07:08 GMT";
  analysis.findings = {{ArtifactType::kRepetition, "doubled-word", {17, 24}, Severity::kMinor, "the", "", ""},
                       {ArtifactType::kWrongSense, "phrase", {0, 13}, Severity::kMinor, "the main blow", "", ""},
                       {ArtifactType::kRepetition, "doubled-word", {14, 16}, Severity::kMajor, "", "", ""}};
  analysis.verdict = {Label::kMachine, Basis::kScored, 0.99, 10, "es", 1};
  const Origin origin{std::make_shared<const std::string>("feed.xml"), 1, 0};
  const Facts facts = facts_of(document, origin, analysis, By::kHost);
  CHECK(facts.feed == "a.example");
  CHECK(facts_of(document, origin, analysis, By::kFile).feed == "feed.xml");
  CHECK(facts_of(document, origin, analysis, By::kField).feed == "desk");
  CHECK(facts.day == day_of("2026-03-05"));
  CHECK(facts.language == "es");
  REQUIRE(facts.artifacts.size() == 2);
  CHECK(facts.artifacts[0].second.text == "to");
  CHECK(facts.artifacts[1].second.text == "the main slap");
  CHECK(facts.artifacts[1].second.id == "7");
  document.host.clear();
  analysis.verdict.label = Label::kHuman;
  CHECK(facts_of(document, origin, analysis, By::kHost).feed == "desk");
  CHECK(facts_of(document, origin, analysis, By::kHost).language.empty());
}

TEST_CASE("The trend counts by period") {
  Facts later = scored("a", true);
  later.day = day_of("2026-04-30");
  const Feed feed = ranking_of({scored("a", true), scored("a", false), later}).feeds[0];
  REQUIRE(feed.periods.size() == 2);
  CHECK(feed.periods.begin()->second.scored == 2);
  CHECK(feed.periods.begin()->second.machine == 1);
}

TEST_CASE("JSON, CSV and the table say the same of every feed") {
  const Ranking ranking = ranking_of(together(
      {copies(with_artifact(scored("a,\"b", true), Severity::kMajor, "x,\ny"), 3), copies(scored("", false), 2)}));
  simdjson::dom::parser parser;
  const simdjson::dom::element json = parser.parse(json_of(ranking, kAbout));
  CHECK(std::string_view(json["feeds"].at(0)["name"]) == "a,\"b");
  CHECK(std::uint64_t(json["feeds"].at(0)["machine"]) == 3);
  CHECK(std::string_view(json["feeds"].at(0)["artifacts"].at(0)["example"]) == "x,\ny");
  CHECK(std::string_view(json["feeds"].at(0)["trend"].at(0)["first"]) == "2026-03");
  CHECK(double(json["feeds"].at(0)["share"]) > 0.5);
  const std::string csv = csv_of(ranking, kAbout);
  CHECK(csv.starts_with("host,articles,scored,machine,share,"));
  CHECK(contains(csv, "\n\"a,\"\"b\",3,3,3,"));
  CHECK(contains(csv, ",wrong_sense,\"x,\ny\",better\n"));
  CHECK(contains(csv, "\n,2,2,0,"));
  const std::string table = table_of(ranking, kAbout, {false, 120});
  CHECK(contains(table, "a,\"b "));
  CHECK(contains(table, "(none)"));
  CHECK(contains(table, "\"x, y\": better\n"));
}

TEST_CASE("No text of a feed is markup on the page or a command to the terminal") {
  Facts facts = with_artifact(scored(kHostile, true), Severity::kMajor, kHostile);
  facts.artifacts[0].second.suggestion = kHostile;
  facts.artifacts[0].second.id = kHostile;
  facts.artifacts.emplace_back(ArtifactType::kName, facts.artifacts[0].second);
  facts.language = kHostile;
  const Ranking ranking = ranking_of(copies(facts, 3));
  const std::string page = page_of(ranking, {kHostile, kHostile, 0.5}, 10);
  CHECK(!contains(page, "<script"));
  CHECK(!contains(page, "<img"));
  CHECK(!contains(page, "\x1b"));
  CHECK(!contains(page, "\u202e"));
  CHECK(count_of(page, "</style>") == 1);
  CHECK(!contains(table_of(ranking, {kHostile, "", 0}, {false, 100}), "\x1b"));
}

TEST_CASE("The page has a row for each feed up to the most, and says how many it leaves out") {
  std::vector<Facts> articles;
  for (int i = 0; i < 30; ++i) articles.push_back(scored("feed" + std::to_string(i), i % 2 == 0));
  const std::string page = page_of(ranking_of(articles), kAbout, 12);
  CHECK(count_of(page, "<tr><td class=\"name\">") == 12);
  CHECK(contains(page, "18 more feeds are not shown"));
  CHECK(contains(page_of(ranking_of({}), kAbout, 12), "</html>"));
}

TEST_CASE("Reports have no trend without dates") {
  const auto dateless = [](Facts facts) {
    facts.day.reset();
    return facts;
  };
  const std::string none = page_of(ranking_of({dateless(scored("a", true))}), kAbout, 12);
  CHECK(!contains(none, "ver time"));
  const std::string one = page_of(ranking_of({dateless(scored("a", true)), scored("b", true)}), kAbout, 12);
  CHECK(count_of(one, "data-label=\"Over time\"") == 1);
  CHECK(count_of(one, "<td class=\"share\"></td>") == 1);
}

TEST_CASE("Dates far from the others do not stretch the plot") {
  std::vector<Facts> articles = copies(scored("a", true), 1000);
  articles.push_back(scored("a", true));
  articles.back().day = day_of("1970-01-01");
  const std::string page = page_of(ranking_of(articles), kAbout, 12);
  CHECK(contains(page, "1 with other dates are not shown"));
  CHECK(!contains(page, "1970"));
}
