// The output is a function of the input: not of the number of threads, not of what else is in the feed.
#include "command/run.h"
#include "support/catch.h"

using namespace calque;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("Any number of threads gives the same bytes, messages too") {
  const test::Workplace work;
  std::string feed = test::feed(700);
  for (const std::size_t at : {feed.size() / 3, feed.size() / 2}) feed.insert(feed.find('\n', at) + 1, "{\"id\":\n");
  work.write("feed.jsonl", feed);
  const auto one = work.calque("score --quiet --findings --threads 1 --errors e1 feed.jsonl");
  REQUIRE(one.exit_code == 0);
  REQUIRE(one.lines().size() == 700);
  REQUIRE(contains(one.out, "\"detector\":"));
  for (const std::string threads : {"2", "5"}) {
    const auto more = work.calque("score --quiet --findings --errors e2 feed.jsonl --threads " + threads);
    REQUIRE(more.exit_code == 0);
    REQUIRE((more.out == one.out));
    REQUIRE(more.err == one.err);
    REQUIRE(work.read("e2") == work.read("e1"));
  }
}

TEST_CASE("A line that holds no article is reported, kept and passed over, and the others are as without it") {
  const test::Workplace work;
  const std::string first = test::jsonl_line("one", test::article(1, 300));
  const std::string second = test::jsonl_line("two", test::article(2, 300));
  work.write("whole.jsonl", first + second);
  work.write("broken.jsonl", first + "{\"text\": oops}\n" + second + "{\"body\":\"x\"}\n");
  const auto whole = work.calque("score whole.jsonl");
  const auto broken = work.calque("score --errors rejected broken.jsonl");
  CHECK(broken.exit_code == 0);
  CHECK(broken.out == whole.out);
  CHECK(contains(broken.err, "calque: broken.jsonl:2: "));
  CHECK(contains(broken.err, "calque: broken.jsonl:4: "));
  CHECK(contains(broken.err, "2 rejected"));
  CHECK(work.read("rejected") == "{\"text\": oops}\n{\"body\":\"x\"}\n");
}

TEST_CASE("Of many rejected lines the first twenty are reported and all are counted") {
  const test::Workplace work;
  std::string feed;
  for (int i = 0; i < 50; ++i) feed += "{\n";
  const auto outcome = work.calque("score --from jsonl", feed);
  CHECK(contains(outcome.err, "-:20:"));
  CHECK(!contains(outcome.err, "-:21:"));
  CHECK(contains(outcome.err, "50 rejected"));
}

TEST_CASE("A file that cannot be read does not keep the others from being scored") {
  const test::Workplace work;
  work.write("one.txt", test::article(1, 300));
  work.write("two.txt", test::article(2, 300));
  for (const std::string threads : {"1", "3"}) {
    const auto outcome = work.calque("score one.txt missing.txt two.txt --threads " + threads);
    CHECK(outcome.exit_code == 3);
    REQUIRE(outcome.lines().size() == 2);
    CHECK(contains(outcome.lines()[1], "\"id\":\"two.txt\""));
    CHECK(contains(outcome.err, "missing.txt"));
  }
}
