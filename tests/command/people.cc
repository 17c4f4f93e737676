// What the command shows to people.
#include "command/run.h"
#include "support/catch.h"

using namespace calque;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("explain shows the first article, or the one asked for") {
  const test::Workplace work;
  work.write("feed.jsonl", test::jsonl_line("one", "The first of three short texts.") + "{\"id\":\"broken\"\n" +
                               test::jsonl_line("three", "The last of three short texts."));
  CHECK(contains(work.calque("explain feed.jsonl").out, "The first of three"));
  CHECK(contains(work.calque("explain --id three feed.jsonl").out, "The last of three"));
  CHECK(contains(work.calque("explain --line 3 feed.jsonl").out, "The last of three"));
  const auto broken = work.calque("explain --line 2 feed.jsonl");
  CHECK(broken.exit_code == 3);
  CHECK(contains(broken.err, "feed.jsonl:2: "));
}

TEST_CASE("explain marks a doubled word below its line, and in colour only when told") {
  const test::Workplace work;
  const std::string text = "He left the the town before the snow came down the valley.";
  const auto plain = work.calque("explain", text);
  CHECK(plain.exit_code == 0);
  CHECK(contains(plain.out, "He left the the town"));
  CHECK(contains(plain.out, "        ^^^^^^^ 1\n"));
  CHECK(!contains(plain.out, "\x1b"));
  CHECK(contains(work.calque("explain --color always", text).out, "\x1b["));
}

TEST_CASE("COLUMNS sets the width where there is no terminal") {
  const test::Workplace work;
  for (const std::string width : {"50", "120"}) {
    std::size_t longest = 0;
    const auto outcome = work.shell("COLUMNS=" + width + " \"$CALQUE\" explain", test::article(4, 200));
    for (const std::string& line : outcome.lines()) longest = std::max(longest, line.size());
    CHECK(longest > std::stoul(width) / 2);
    CHECK(longest <= std::stoul(width) + 16);  // bytes: quotes have three
  }
}

TEST_CASE("explain --html gives a page that stands alone, and nothing in it is the article's own markup") {
  const test::Workplace work;
  const std::string hostile = "\\u003cscript>alert('\\u003c/script>')\\u003c!-- \\u003cimg src=x onerror=alert(1)> ";
  const std::string text = "He left the the town, and \\\"the main slap\\\" came in the operation of the Thursday. ";
  work.write("a.jsonl", "{\"id\":\"" + hostile + "\",\"url\":\"javascript:" + hostile + "\",\"date\":\"" + hostile +
                            "\",\"title\":\"" + hostile + "\",\"text\":\"" + hostile + text + text + text + hostile +
                            "\"}\n");
  const auto outcome = work.calque("explain --html a.jsonl");
  REQUIRE(outcome.exit_code == 0);
  CHECK(outcome.out.starts_with("<!DOCTYPE html>"));
  CHECK(contains(outcome.out, "<a class=\"f minor grammar repetition\" href=\"#finding-"));
  CHECK(contains(outcome.out, "What moved the verdict"));
  CHECK(contains(outcome.out, "&lt;script&gt;alert(&#39;"));
  for (const std::string tag : {"<script", "<img", "<!--", "href=\"javascript", "src="}) {
    INFO(tag);
    CHECK(contains(outcome.out, tag) == (tag == "src=" && contains(outcome.out, "img src=x")));
  }
  CHECK(work.calque("explain --html -o page.html a.jsonl").out.empty());
  CHECK(work.read("page.html") == outcome.out);
  CHECK(work.calque("explain --html -o a.jsonl a.jsonl").exit_code == 2);
}

TEST_CASE("A table has a heading and a row for each article") {
  const test::Workplace work;
  const auto outcome = work.calque("score --table", test::feed(12));
  CHECK(outcome.exit_code == 0);
  REQUIRE(outcome.lines().size() == 13);
  CHECK(outcome.lines()[0].find("id ") == 0);
  CHECK(outcome.lines()[12].find("a11 ") == 0);
  CHECK(!contains(outcome.out, "\x1b"));
}
