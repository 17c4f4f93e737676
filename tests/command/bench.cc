// What `calque bench` writes, not how fast it is: no test here knows a time.
#include <simdjson.h>

#include <algorithm>

#include "command/run.h"
#include "support/catch.h"

namespace {

using namespace calque;

constexpr const char* kQuick = "bench --size 60k --repetitions 2 --warm-up 0 --threads 1,2 ";

bool contains(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

TEST_CASE("A benchmark without arguments measures the sample feed") {
  const test::Workplace work;
  const auto outcome = work.calque(kQuick);
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.err.empty());
  for (const char* part : {"sample.jsonl", "throughput", "2 threads", "findings", "heads", "p99.9", "allocations",
                           "anonymous", "first verdict"}) {
    INFO(part);
    CHECK(contains(outcome.out, part));
  }
}

TEST_CASE("A record can be compared with") {
  const test::Workplace work;
  work.write("feed.jsonl", test::feed(30));
  const std::string arguments = std::string(kQuick) + "feed.jsonl --broken 0.1 --duplicates 0.2 --non-ascii 0.1 ";
  REQUIRE(work.calque(arguments + "--format json -o old.json").exit_code == 0);
  simdjson::dom::parser parser;
  const std::string json = work.read("old.json");
  const simdjson::dom::element record = parser.parse(json);
  CHECK(std::uint64_t(record["feed"]["broken_lines"]) > 0);
  CHECK(record["measures"].at(0)["values"].get_array().size() == 2);
  const auto compared = work.calque(arguments + "--compare old.json");
  CHECK(compared.exit_code == 0);
  CHECK(contains(compared.out, "Against "));
  CHECK(contains(compared.out, "throughput/2 threads"));
  CHECK_FALSE(contains(compared.out, "Not the same"));
}

TEST_CASE("A feed can be written instead, as JSONL that is scored whole, or as bare text") {
  const test::Workplace work;
  const std::string arguments = "bench --size 50k --words 100 ";
  REQUIRE(work.calque(arguments + "--write-feed feed.jsonl --write-text feed.txt").exit_code == 0);
  const auto scored = work.calque("score feed.jsonl");
  CHECK(scored.exit_code == 0);
  const std::string text = work.read("feed.txt");
  CHECK(scored.lines().size() == static_cast<std::size_t>(std::ranges::count(text, '\n')));
  CHECK((work.calque(arguments + "--write-feed -").out == work.read("feed.jsonl")));
}

TEST_CASE("What a benchmark cannot read ends it with an exit code of its own") {
  const test::Workplace work;
  work.write("bad.json", "{}");
  work.write("empty.jsonl", "");
  CHECK(work.calque("bench missing.jsonl").exit_code == 3);
  CHECK(work.calque("bench empty.jsonl").exit_code == 3);
  CHECK(work.calque(std::string(kQuick) + "--compare bad.json").exit_code == 3);
  CHECK(work.calque(std::string(kQuick) + "--model missing.calque").exit_code == 4);
  CHECK(work.calque("bench --threads 0").exit_code == 2);
  CHECK(work.calque("bench --broken 2").exit_code == 2);
}

}  // namespace
