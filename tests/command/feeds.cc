// calque feeds: from records to a ranking.
#include "command/run.h"
#include "support/catch.h"

using namespace calque;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string line(const std::string& host, const std::string& date, const std::string& desk, const std::string& text) {
  return "{\"url\":\"https://www." + host + "/x\",\"date\":\"" + date + "\",\"desk\":\"" + desk + "\",\"text\":\"" +
         text + "\"}\n";
}

std::string clumsy(unsigned seed) {
  const std::string text =
      "It was the main slap of the week, said the the spokesman of the forces of the pace, who died the Thursday. ";
  return text + test::article(seed, 30) + " " + text + text;
}

std::string plain(unsigned seed) {
  std::string text = test::article(seed, 200);
  for (std::size_t at; (at = text.find("the the")) != std::string::npos;) text.erase(at, 4);
  for (std::size_t at; (at = text.find('"')) != std::string::npos;) text.erase(at, 1);
  return text;
}

std::string mixed() {
  std::string feed;
  for (unsigned i = 0; i < 40; ++i) {
    feed += line("junk.example", "2026-0" + std::to_string(1 + i % 3) + "-05", "world", clumsy(i));
    feed += line("good.example", "2026-0" + std::to_string(1 + i % 3) + "-05T10:00:00Z", "local", plain(i));
  }
  return feed;
}

}  // namespace

TEST_CASE("Feeds are ranked by host, by file or by a field") {
  const test::Workplace work;
  work.write("mixed.jsonl", mixed());
  work.write("good.jsonl", line("other.example", "", "", plain(1)));
  const auto hosts = work.calque("feeds --quiet mixed.jsonl good.jsonl");
  REQUIRE(hosts.exit_code == 0);
  REQUIRE(hosts.lines().size() == 4);
  CHECK(hosts.lines()[0].starts_with("host  "));
  CHECK(hosts.lines()[1].starts_with("junk.example  "));
  const auto files = work.calque("feeds --quiet --by file --format csv mixed.jsonl good.jsonl");
  CHECK(files.lines().size() == 3);
  CHECK(files.lines()[1].starts_with("mixed.jsonl,80,80,"));
  const auto desks = work.calque("feeds --quiet --by desk --format csv mixed.jsonl good.jsonl");
  CHECK(desks.lines().size() == 4);
  CHECK(desks.lines()[1].starts_with("world,40,40,"));
  CHECK(contains(desks.out, "\n,1,1,"));
}

TEST_CASE("A ranking is the same for any number of threads, in every format") {
  const test::Workplace work;
  std::string feed;
  for (int i = 0; i < 10; ++i) feed += mixed();
  work.write("feed.jsonl", feed);
  for (const std::string format : {"table", "json", "csv", "html"}) {
    const std::string arguments = "feeds --quiet --format " + format + " feed.jsonl --threads ";
    const auto one = work.calque(arguments + "1");
    CHECK(one.exit_code == 0);
    CHECK(contains(one.out, "junk.example"));
    CHECK((work.calque(arguments + "4").out == one.out));
  }
}

TEST_CASE("The trend is counted by the period asked for") {
  const test::Workplace work;
  work.write("feed.jsonl", mixed());
  CHECK(contains(work.calque("feeds --format json feed.jsonl").out, "\"first\": \"2026-02\""));
  CHECK(contains(work.calque("feeds --format json --period week feed.jsonl").out, "\"first\": \"2026-02-02\""));
}

TEST_CASE("A ranking can be cut short with --top, and an empty one has a heading alone") {
  const test::Workplace work;
  work.write("feed.jsonl", mixed());
  CHECK(work.calque("feeds --top 1 feed.jsonl").lines().size() == 2);
  CHECK(work.calque("feeds", "").lines().size() == 1);
  CHECK(work.calque("feeds --by host --period decade feed.jsonl").exit_code == 2);
}
