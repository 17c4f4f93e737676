// Options from the environment and from a file, and which of them wins.
#include "command/run.h"
#include "support/catch.h"

using namespace calque;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// How many articles `limit` lets through: what the options came to.
std::size_t limit_of(const test::Workplace& work, const std::string& before, const std::string& arguments) {
  return work.shell(before + " \"$CALQUE\" " + arguments + " convert feed.jsonl").lines().size();
}

}  // namespace

TEST_CASE("The command line goes before the environment, that before the file, that before the default") {
  const test::Workplace work;
  work.write("feed.jsonl", test::feed(20));
  work.write("c.toml", "limit = 3\n");
  CHECK(limit_of(work, "", "") == 20);
  CHECK(limit_of(work, "", "--config c.toml") == 3);
  CHECK(limit_of(work, "CALQUE_LIMIT=5", "--config c.toml") == 5);
  CHECK(limit_of(work, "CALQUE_LIMIT=5", "") == 5);
  CHECK(work.shell("CALQUE_LIMIT=5 \"$CALQUE\" convert --config c.toml --limit 7 feed.jsonl").lines().size() == 7);
  CHECK(limit_of(work, "CALQUE_CONFIG=c.toml", "") == 3);
  CHECK(work.shell("CALQUE_CONFIG=missing \"$CALQUE\" convert feed.jsonl").exit_code == 2);
}

TEST_CASE("The file is looked for where XDG has it, and need not be there") {
  const test::Workplace work;
  work.write("feed.jsonl", test::feed(20));
  work.shell(
      "mkdir -p xdg/calque home/.config/calque; echo 'limit = 4' > xdg/calque/config.toml; echo 'limit = 6' > "
      "home/.config/calque/config.toml");
  CHECK(limit_of(work, "XDG_CONFIG_HOME=\"$PWD/xdg\"", "") == 4);
  CHECK(limit_of(work, "XDG_CONFIG_HOME= HOME=\"$PWD/home\"", "") == 6);
  CHECK(limit_of(work, "XDG_CONFIG_HOME= HOME=/nowhere", "") == 20);
  CHECK(work.calque("--config missing.toml convert feed.jsonl").exit_code == 2);
}

TEST_CASE("A section is for its command, what stands before it for every command that has it") {
  const test::Workplace work;
  work.write("feed.jsonl", test::feed(20));
  work.write("c.toml",
             "text-field = \"text\"\nquiet = true\nfindings = true\n[score]\nlimit = 2\n[filter]\nlimit = "
             "9\nmax-probability = 1\n"
             "[feeds]\nformat = \"html\"\n");
  const auto scored = work.calque("--config c.toml score feed.jsonl");
  CHECK(scored.lines().size() == 2);
  CHECK(scored.err.empty());
  CHECK(contains(scored.out, "\"findings\":"));
  CHECK(work.calque("--config c.toml filter feed.jsonl").lines().size() == 9);
  CHECK(limit_of(work, "", "--config c.toml") == 20);
  CHECK(contains(work.calque("--config c.toml feeds feed.jsonl").out, "<!DOCTYPE html>"));
  CHECK(work.calque("--config c.toml detectors").exit_code == 0);  // whose --format knows no html
}

TEST_CASE("What no command knows in the file is an error that names it") {
  const test::Workplace work;
  work.write("feed.jsonl", test::feed(2));
  for (const std::string line :
       {"limt = 3", "[score]\nlimt = 3", "[scroe]\nlimit = 3", "[score]\nmax-fpr = \"much\""}) {
    work.write("c.toml", line + "\n");
    INFO(line);
    const auto outcome = work.calque("--config c.toml score feed.jsonl");
    CHECK(outcome.exit_code == 2);
    CHECK(outcome.out.empty());
  }
}

TEST_CASE("A value in the environment is checked like one on the command line") {
  const test::Workplace work;
  work.write("feed.jsonl", test::feed(2));
  CHECK(work.shell("CALQUE_MAX_FPR=2 \"$CALQUE\" score feed.jsonl").exit_code == 2);
  CHECK(work.shell("CALQUE_QUIET=true \"$CALQUE\" score feed.jsonl").err.empty());
  CHECK(work.shell("CALQUE_MAX_FPR=2 \"$CALQUE\" convert feed.jsonl").exit_code == 0);  // which has no such option
}
