// filter takes out what is not good enough and changes nothing else.
#include <set>

#include "command/run.h"
#include "support/catch.h"

using namespace calque;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string clumsy(unsigned seed) {
  std::string text =
      "The minister of the transports declared the Monday that the new bridge of the city will be opened. "
      "In afterwards, the company of construction will have to deliver the keys to the council of the city. "
      "The main slap came the Thursday, as he stated the spokesman of the forces of the pace. ";
  return text + test::article(seed, 30) + " " + text + text;
}

// Odd spacing, keys that nobody reads, escapes: all that a rewriting would lose.
std::string line_of(const std::string& id, const std::string& text) {
  std::string line = test::jsonl_line(id, text);
  line.pop_back();
  line.pop_back();
  return line + " , \"n\":1.50e3,\"esc\":\"\\u00e9\\/\" }\r\n";
}

struct Sorted {
  std::string kept;
  std::string rejected;
};

// What filter should do, by what score says.
Sorted by_label(const test::Workplace& work, const std::string& feed, std::string_view label) {
  Sorted sorted;
  const auto verdicts = work.calque("score --quiet", feed).lines();
  std::size_t at = 0;
  for (const std::string& verdict : verdicts) {
    const std::size_t end = feed.find('\n', at) + 1;
    (contains(verdict, label) ? sorted.rejected : sorted.kept) += feed.substr(at, end - at);
    at = end;
  }
  return sorted;
}

std::string mixed_feed() {
  std::string feed;
  for (unsigned i = 0; i < 200; ++i) {
    const std::string text = i % 3 == 0 ? clumsy(i) : test::article(i, i % 5 == 0 ? 5 : 200);
    feed += line_of("a" + std::to_string(i), text);
  }
  return feed;
}

}  // namespace

TEST_CASE("What passes and what does not are the input's own bytes, in its order, for any number of threads") {
  const test::Workplace work;
  const std::string feed = mixed_feed();
  work.write("feed.jsonl", feed);
  const Sorted expected = by_label(work, feed, "\"label\":\"machine\"");
  REQUIRE(!expected.rejected.empty());
  REQUIRE(!expected.kept.empty());
  for (const std::string threads : {"1", "4"}) {
    const auto outcome = work.calque("filter feed.jsonl --rejected no --reasons why --threads " + threads);
    CHECK(outcome.exit_code == 0);
    CHECK((outcome.out == expected.kept));
    CHECK((work.read("no") == expected.rejected));
  }
}

TEST_CASE("Each rejected record has a line that says why") {
  const test::Workplace work;
  work.write("feed.jsonl", line_of("good", test::article(1, 100)) + "{\"broken\n" + line_of("bad", clumsy(2)));
  const auto outcome = work.calque("filter --quiet feed.jsonl --rejected no --reasons why");
  CHECK(outcome.lines().size() == 1);
  CHECK(work.read("no") == "{\"broken\n" + line_of("bad", clumsy(2)));
  const std::string why = work.read("why");
  CHECK(why.find("{\"id\":null,\"url\":null,\"at\":\"feed.jsonl:2\"") == 0);
  CHECK(contains(why, "\n{\"id\":\"bad\",\"url\":null,\"at\":\"feed.jsonl:3\""));
  CHECK(contains(why, "\"reason\":\"machine\",\"label\":\"machine\",\"basis\":\"scored\",\"probability\":0."));
}

TEST_CASE("Only the criteria that were given count") {
  const test::Workplace work;
  const std::string feed = mixed_feed();
  CHECK(work.calque("filter --max-probability 1", feed).out == feed);
  CHECK(work.calque("filter --min-quality 0", feed).out == feed);
  const auto none = work.calque("filter --max-probability 0 --undecided reject", feed);
  CHECK(none.out.empty());
  CHECK(work.calque("filter --max-probability 0", feed).out == by_label(work, feed, "\"basis\":\"scored\"").kept);
  const auto strict = work.calque("filter --min-quality 100 --max-fpr 0.01 --undecided reject", feed);
  CHECK(strict.out.size() <= work.calque("filter --max-fpr 0.01 --undecided reject", feed).out.size());
}

TEST_CASE("filter --keep-top keeps that share of the scored articles, those of the best quality") {
  const test::Workplace work;
  const std::string feed = mixed_feed();
  work.write("feed.jsonl", feed);
  const std::size_t scored = test::Outcome{0, by_label(work, feed, "\"basis\":\"scored\"").rejected, ""}.lines().size();
  REQUIRE(scored > 50);
  const auto half = work.calque("filter --keep-top 50% --undecided reject feed.jsonl --threads 3");
  CHECK(half.lines().size() >= scored / 2);
  CHECK(half.lines().size() <= scored * 3 / 4);
  CHECK(work.calque("filter --keep-top 0.5 --undecided reject feed.jsonl").out == half.out);
  CHECK(work.calque("filter --keep-top 1 feed.jsonl").out == feed);
  CHECK(work.calque("filter --keep-top 50%", feed).exit_code == 2);
  CHECK(work.calque("filter --keep-top 0% feed.jsonl").exit_code == 2);
  CHECK(work.calque("filter --keep-top 120% feed.jsonl").exit_code == 2);
}

TEST_CASE("A CSV file keeps its header, and rows of several lines stay whole") {
  const test::Workplace work;
  const std::string header = "id;text\n";
  const std::string good = "1;\"" + test::article(1, 100) + "\r\n\r\n" + test::article(2, 100) + "\"\r\n";
  const std::string bad = "2;\"" + clumsy(1) + "\"";
  work.write("a.csv", header + good + bad);
  CHECK(work.calque("filter a.csv --rejected no").out == header + good);
  CHECK(work.read("no") == header + bad + "\n");
  work.write("b.csv", "text;id\n" + test::article(3, 100) + ";3\n");
  CHECK(work.calque("filter a.csv b.csv").exit_code == 3);
  CHECK(work.calque("filter a.csv a.csv").out == header + good + good);
}

TEST_CASE("Of files that are one article each the names pass, of standard input the text") {
  const test::Workplace work;
  work.write("good.txt", test::article(1, 100));
  work.write("bad.txt", clumsy(1));
  CHECK(work.calque("filter bad.txt good.txt").out == "good.txt\n");
  CHECK(work.calque("filter", test::article(1, 100)).out == test::article(1, 100));
}
