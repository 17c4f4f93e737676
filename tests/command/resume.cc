// Long runs: what stops them, and how they go on.
#include <unistd.h>

#include <algorithm>
#include <random>

#include "command/run.h"
#include "support/catch.h"

using namespace calque;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// Articles that calque takes a while for, some of them broken, in files of several kinds.
void write_inputs(const test::Workplace& work, unsigned articles) {
  std::string feed = test::feed(articles);
  feed.insert(feed.find('\n', feed.size() / 2) + 1, "{\"broken\n");
  work.write("a.jsonl", feed);
  work.shell("gzip -c a.jsonl > b.jsonl.gz; head -c 30000 a.jsonl > c.jsonl");
}

// Runs `command` and kills it with -9 as soon as the file `out` has `bytes` bytes, unless it has ended by then.
void run_and_kill(const test::Workplace& work, const std::string& command, const std::string& out, std::size_t bytes) {
  work.shell(command + " & run=$!; while kill -0 $run 2> /dev/null && [ \"$(stat -c %s " + out + " || echo 0)\" -lt " +
             std::to_string(bytes) + " ]; do sleep 0.002; done; kill -9 $run; wait $run");
}

// `count` places in a file of `bytes` bytes, in their order.
std::vector<std::size_t> places_in(std::size_t bytes, std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::size_t> places(count);
  for (std::size_t& place : places) place = random() % bytes;
  std::ranges::sort(places);
  return places;
}

}  // namespace

TEST_CASE("A run killed at twenty random moments ends with the bytes of one that was let be") {
  const test::Workplace work;
  write_inputs(work, 900);
  const std::string inputs = " a.jsonl b.jsonl.gz c.jsonl --threads 2";
  const auto whole = work.calque("score --quiet --findings --errors e0 -o out0" + inputs);
  REQUIRE(whole.exit_code == 0);
  const std::string command = "\"$CALQUE\" score --quiet --findings --resume --errors e1 -o out1" + inputs;
  for (const std::size_t place : places_in(work.read("out0").size(), 20, 9)) run_and_kill(work, command, "out1", place);
  CHECK(work.shell(command).exit_code == 0);
  CHECK((work.read("out1") == work.read("out0")));
  CHECK((work.read("e1") == work.read("e0")));
  CHECK(work.shell(command).exit_code == 0);  // and nothing is left to do
  CHECK((work.read("out1") == work.read("out0")));
}

TEST_CASE("filter goes on in all its outputs") {
  const test::Workplace work;
  write_inputs(work, 600);
  const std::string options = "filter --quiet --min-quality 60 a.jsonl b.jsonl.gz --threads 2 ";
  REQUIRE(work.calque(options + "--rejected r0 --reasons w0 -o out0").exit_code == 0);
  const std::string command = "\"$CALQUE\" " + options + "--resume --rejected r1 --reasons w1 -o out1";
  for (const std::size_t place : places_in(work.read("out0").size(), 6, 10)) run_and_kill(work, command, "out1", place);
  CHECK(work.shell(command).exit_code == 0);
  for (const std::string name : {"out", "r", "w"}) CHECK((work.read(name + "1") == work.read(name + "0")));
}

TEST_CASE("A torn end is cut off, and what follows the last checkpoint is done again") {
  const test::Workplace work;
  write_inputs(work, 300);
  REQUIRE(work.calque("score --quiet -o whole a.jsonl").exit_code == 0);
  const auto stopped = work.shell("ulimit -f 40; \"$CALQUE\" score --resume -o out a.jsonl");
  CHECK(stopped.exit_code == 3);
  CHECK(contains(stopped.err, "cannot write out"));
  CHECK(contains(stopped.err, "the same command goes on from here"));
  CHECK(!work.read("out").empty());
  work.shell("printf '{\"id\":\"torn' >> out");
  const auto rest = work.calque("score --resume -o out a.jsonl");
  CHECK(rest.exit_code == 0);
  CHECK(contains(rest.err, "300 articles"));  // the summary is of the whole run
  CHECK((work.read("out") == work.read("whole")));
}

TEST_CASE("SIGINT and SIGTERM finish the records under way and leave a state to go on from") {
  const test::Workplace work;
  write_inputs(work, 400);
  REQUIRE(work.calque("score --quiet -o whole a.jsonl b.jsonl.gz").exit_code == 0);
  // The run waits in a pipe that stays open after some records when the signal comes. Shells let what runs in the
  // background ignore SIGINT, which env undoes.
  for (const std::string signal : {"INT", "TERM"}) {
    const auto stopped = work.shell(
        "mkfifo p; (cat a.jsonl; until [ -e go ]; do sleep 0.05; done; gzip -dc b.jsonl.gz) > p & "
        "env --default-signal=INT \"$CALQUE\" score --threads 2 -o out." +
        signal +
        " < p & run=$!; i=0; "
        "until [ -s out." +
        signal +
        " ] || [ $i -gt 400 ]; do sleep 0.05; i=$((i + 1)); done; "
        "kill -" +
        signal + " $run; touch go; wait $run; code=$?; rm p go; exit $code");
    CHECK(stopped.exit_code == (signal == "INT" ? 130 : 143));
    const std::string out = work.read("out." + signal);
    CHECK(!out.empty());
    CHECK(out.back() == '\n');
    CHECK(work.read("whole").starts_with(out));
  }
  const std::string command = "\"$CALQUE\" score --resume --threads 2 -o out a.jsonl b.jsonl.gz";
  const auto stopped = work.shell(command + " & run=$!; sleep 0.6; kill -TERM $run; wait $run");
  CHECK((stopped.exit_code == 143 || stopped.exit_code == 0));
  CHECK(work.shell(command).exit_code == 0);
  CHECK((work.read("out") == work.read("whole")));
}

TEST_CASE("A run goes on only as the same run") {
  const test::Workplace work;
  write_inputs(work, 60);
  REQUIRE(work.shell("ulimit -f 8; \"$CALQUE\" score --resume -o out a.jsonl").exit_code == 3);
  const std::string before = work.read("out");
  for (const std::string other : {"--findings a.jsonl", "a.jsonl b.jsonl.gz", "c.jsonl", "--max-fpr 0.05 a.jsonl"}) {
    const auto refused = work.calque("score --resume -o out " + other);
    CHECK(refused.exit_code == 2);
    CHECK(contains(refused.err, "out.resume is of a run with other options, inputs or model"));
  }
  CHECK(work.read("out") == before);
  CHECK(work.calque("score --quiet --resume --threads 3 -o out a.jsonl").exit_code == 0);
  CHECK(work.read("out") == work.calque("score --quiet a.jsonl").out);
}

TEST_CASE("What cannot be gone on with is refused and left alone") {
  const test::Workplace work;
  work.write("a.jsonl", test::feed(3));
  work.write("out", "somebody's own");
  CHECK(work.calque("score --resume a.jsonl").exit_code == 2);
  CHECK(work.calque("score --resume -o out a.jsonl").exit_code == 2);
  CHECK(work.read("out") == "somebody's own");
  CHECK(work.calque("score --resume --table -o t a.jsonl").exit_code == 2);
  CHECK(work.calque("score --resume -o inside .").exit_code == 2);
  CHECK(work.calque("score --resume -o /dev/full a.jsonl").exit_code != 0);
  CHECK(work.calque("score --resume -o ok a.jsonl").exit_code == 0);
  work.write("ok", "");
  work.shell("sed -i 's/\"done\":true/\"done\":false/' ok.resume");
  const auto shorter = work.calque("score --resume -o ok a.jsonl");
  CHECK(shorter.exit_code == 3);
  CHECK(contains(shorter.err, "shorter than it was"));
  work.write("ok.resume", "{\"layout\":1");
  CHECK(contains(work.calque("score --resume -o ok a.jsonl").err, "is damaged, or of another version"));
}

TEST_CASE("A selection and standard input go on, too") {
  const test::Workplace work;
  write_inputs(work, 300);
  const std::string options = " score --quiet --sample 50% --limit 100 ";
  REQUIRE(work.shell("\"$CALQUE\"" + options + "-o whole < a.jsonl").exit_code == 0);
  CHECK(work.shell("ulimit -f 16; \"$CALQUE\"" + options + "--resume -o out < a.jsonl").exit_code == 3);
  CHECK(work.shell("\"$CALQUE\"" + options + "--resume -o out < a.jsonl").exit_code == 0);
  CHECK((work.read("out") == work.read("whole")));
}

TEST_CASE("filter goes on in a CSV file without a second header") {
  const test::Workplace work;
  std::string rows = "id,text\n";
  for (unsigned i = 0; i < 300; ++i) rows += std::to_string(i) + ",\"" + test::article(i, 100) + "\"\n";
  work.write("a.csv", rows);
  work.write("b.csv", "text,id\nx,1\n");
  CHECK(work.shell("ulimit -f 64; \"$CALQUE\" filter --quiet --max-probability 1 --resume -o out a.csv").exit_code ==
        3);
  CHECK(work.calque("filter --quiet --max-probability 1 --resume -o out a.csv").exit_code == 0);
  CHECK((work.read("out") == work.calque("filter --quiet --max-probability 1 a.csv").out));
  CHECK(work.calque("filter --resume -o other a.csv b.csv").exit_code == 3);
}

TEST_CASE("filter does not make one file of two RSS feeds") {
  const test::Workplace work;
  const std::string feed = "<rss version=\"2.0\"><channel><item><description>" + test::article(1, 50) +
                           "</description></item></channel></rss>\n";
  work.write("a.xml", feed);
  work.write("b.xml", feed);
  CHECK(work.calque("filter --max-probability 1 a.xml").out == feed);
  const auto both = work.calque("filter --max-probability 1 a.xml b.xml");
  CHECK(both.exit_code == 3);
  CHECK(both.out == feed);
  CHECK(contains(both.err, "filter them apart"));
}

TEST_CASE("A full disk and a folder that cannot be read end with 3 and a message that names them") {
  const test::Workplace work;
  work.write("a.jsonl", test::feed(40));
  for (const std::string command : {"score", "filter", "convert", "feeds"}) {
    const auto full = work.calque(command + " a.jsonl -o /dev/full");
    CHECK(full.exit_code == 3);
    CHECK(contains(full.err, "cannot write /dev/full: No space left"));
  }
  work.shell("mkdir shut; cp a.jsonl shut; chmod 000 shut; chmod 777 .");
  // The superuser can read everything, so the command is run as nobody, where nobody can run it.
  const std::string as_nobody =
      geteuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups \"$CALQUE\"" : "\"$CALQUE\"";
  if (work.shell(as_nobody + " --version").exit_code == 0) {
    const auto closed = work.shell(as_nobody + " score --quiet shut a.jsonl");
    CHECK(closed.exit_code == 3);
    CHECK(closed.lines().size() == 40);
    CHECK(contains(closed.err, "cannot read shut"));
  }
  work.shell("chmod 755 shut");
}

TEST_CASE("A reader that leaves early ends every command quietly") {
  const test::Workplace work;
  work.write("a.jsonl", test::feed(700));
  for (const std::string command : {"score", "filter --max-probability 1", "convert"}) {
    const auto outcome =
        work.shell("{ \"$CALQUE\" " + command + " --quiet a.jsonl; echo \"code $?\" >&2; } | head -n 1");
    CHECK(outcome.lines().size() == 1);
    CHECK(outcome.err == "code 0\n");
  }
}
